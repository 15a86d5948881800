import { hasCutCalls } from './lines/calls.ts';
import {
	asks,
	canSkip,
	canVisit,
	hasCalls,
	hasFailed,
	hasMore,
	hasProofs,
	isInstalling,
	isLastPage,
	isReviewable,
	isRunning,
	showsOffer,
} from './conditions.ts';
import { linesToCopy } from './copy.ts';
import type { Forward } from './forward.ts';
import type { Action } from './keys.ts';
import type { Model } from './model.ts';
import { isBusy, isTracing, pageOf, placeIn, selectedLesson, traceOf } from './model.ts';
import { canEdit, hasHint } from './task.ts';
import { canScroll, hasShownStory, type Pane } from './pane.ts';

/** What works now, with its name for the bottom line; what has an empty one is not mentioned there. */
export type Offers = ReadonlyMap<Action, string>;

export function offersOf(
	model: Model,
	panes: readonly Pane[],
	forward: Forward | undefined,
): Offers {
	const { overlay, screen, isLeaving, isEditing } = model.view;
	if (isEditing && forward) {
		return new Map([
			['forward', forward.label],
			['close', 'put it back'],
		]);
	}
	if (isLeaving || isInstalling(model) || overlay?.kind === 'visiting') return new Map();
	const always: Offers = new Map([
		['stop', isRunning(model) ? 'stop' : ''],
		['quit', 'quit'],
	]);
	const specific = overlay
		? overlayOffers(model, panes)
		: screen === 'lessons'
			? listOffers(model)
			: lessonOffers(model, panes);
	return new Map([
		...always,
		...(forward ? [['forward', forward.label] as const] : []),
		...specific,
	]);
}

const scrolling = [
	['up', 'scroll'],
	['down', ''],
	['page-up', ''],
	['page-down', ''],
	['first', ''],
	['last', ''],
] as const;

const choosing = [
	['up', 'choose'],
	['down', ''],
	['first', ''],
	['last', ''],
] as const;

function overlayOffers(model: Model, panes: readonly Pane[]): Offers {
	const { overlay } = model.view;
	if (overlay?.kind === 'calls') return callsOffers(model, overlay.index, panes);
	return new Map([
		['close', 'close'],
		...(overlay && 'scroll' in overlay ? scrolling : []),
		// There the key for going forward does it.
		...(overlay?.kind === 'recall' ? [['up', ''] as const] : []),
		...(overlay && 'selected' in overlay ? choosing : []),
		...(overlay?.kind === 'jump' ? typing : []),
		...(overlay?.kind === 'proofs' ? [['copy', 'copy'] as const] : []),
		...(overlay?.kind === 'proofs' && overlay.on === undefined
			? [['prove', 'read again'] as const]
			: []),
		...(overlay?.kind === 'recall' && overlay.said === undefined
			? [['answer', 'answer'] as const]
			: []),
	]);
}

function callsOffers(model: Model, index: number, [pane]: readonly Pane[]): Offers {
	if (isTracing(model)) return new Map([['close', 'stop']]);
	const trace = traceOf(model, index);
	const { unfolded } = model.view;
	const hasMore = trace && pane && (unfolded || hasCutCalls(trace, pane.width));
	return new Map([
		['close', 'close'],
		// The key for going forward reads on.
		...scrolling.map(([action]) => [action, ''] as const),
		...(hasMore ? [['unfold', unfolded ? 'fold' : 'unfold'] as const] : []),
		...(linesToCopy(model).length > 0 ? [['copy', 'copy'] as const] : []),
	]);
}

const typing = [
	['type', 'search'],
	['erase', ''],
] as const;

function listOffers(model: Model): Offers {
	const lesson = selectedLesson(model);
	const { install } = model.course;
	return new Map([
		...choosing,
		...(lesson && placeIn(model, lesson) !== undefined
			? [['start-over', 'start over'] as const]
			: []),
		...(install && install.lesson === lesson?.id
			? [['install', `install ${install.package}`] as const]
			: []),
		...(isReviewable(model) ? [['review', 'review'] as const] : []),
		['jump', 'jump'],
		...(model.course.memory ? [['reset', ''] as const] : []),
		['page-up', ''],
		['page-down', ''],
		['keys', 'keys'],
	]);
}

function lessonOffers(model: Model, panes: readonly Pane[]): Offers {
	const page = pageOf(model);
	const busy = isBusy(model);
	const offers = new Map<Action, string>([['keys', 'keys']]);
	if (!busy) offers.set('lessons', isLastPage(model, page) ? '' : 'lessons');
	if (!busy && page.kind === 'step') offers.set('jump', 'jump');
	if (!busy && canVisit(model, page)) offers.set('visit', 'visit');
	if (!busy && canSkip(model, page)) offers.set('skip', 'skip');
	if (!busy && model.course.memory) offers.set('reset', hasFailed(page) ? 'reset' : '');
	const { install } = model.course;
	if (install && !busy && showsOffer(model, page, panes)) {
		offers.set('install', `install ${install.package}`);
	}
	if (page.kind === 'ending' || (page.kind === 'step' && page.index > 0 && !page.onTheWay)) {
		offers.set('back', 'back');
	}
	if (page.kind === 'step' && hasMore(model, page)) {
		offers.set('unfold', model.view.unfolded ? 'fold' : 'unfold');
	}
	// Out of sight, nobody knows what would be answered.
	if (asks(page)) offers.set('answer', panes[0] && hasShownStory(panes[0]) ? 'answer' : '');
	if (linesToCopy(model).length > 0) offers.set('copy', '');
	if (canEdit(model, page)) offers.set('edit', 'edit');
	if (hasHint(model, page)) offers.set('hint', model.view.hints === 0 ? 'hint' : 'next hint');
	if (page.kind === 'step' && hasProofs(page)) offers.set('prove', 'prove');
	if (!busy && page.kind === 'step' && hasCalls(page)) offers.set('calls', 'calls');
	if (panes.some(canScroll)) {
		for (const [action, label] of scrolling) offers.set(action, label);
	}
	if (panes.length > 1 && panes.every(canScroll)) {
		offers.set('pane', model.view.pane === 'main' ? 'scroll the right' : 'scroll the left');
	}
	return offers;
}
