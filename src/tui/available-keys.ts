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
import type { NextAction } from './next-action.ts';
import type { Action } from './keys.ts';
import type { Model } from './model.ts';
import {
	isBusy,
	isTracing,
	pageOf,
	placeIn,
	selectedLesson,
	suggestionFor,
	traceOf,
} from './model.ts';
import { canEdit, hasHint } from './task.ts';
import type { OpenLesson } from './open-lesson.ts';
import { canScroll, hasShownStory, type Pane } from './pane.ts';
import { isEditing, openIn, windowIn } from './view.ts';
import type { LessonWindow } from './windows.ts';

/** The actions that work now, each with its name for the bottom line; an empty name is not shown there. */
export type AvailableKeys = ReadonlyMap<Action, string>;

/** The keys that work on this screen. `next` is what the key for going forward does. */
export function availableKeys(
	model: Model,
	panes: readonly Pane[],
	next: NextAction | undefined,
): AvailableKeys {
	const { view } = model;
	const window = windowIn(view);
	if (isEditing(view) && next) {
		return new Map([
			['forward', next.label],
			['close', 'put it back'],
		]);
	}
	if (view.screen === 'leaving' || isInstalling(model) || window?.kind === 'visiting') {
		return new Map();
	}
	const always: AvailableKeys = new Map([
		['stop', isRunning(model) ? 'stop' : ''],
		['quit', 'quit'],
	]);
	const specific = window
		? windowKeys(model, window, panes)
		: view.screen === 'list'
			? listKeys(model)
			: lessonKeys(model, view.open, panes);
	return new Map([...always, ...(next ? [['forward', next.label] as const] : []), ...specific]);
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

function windowKeys(model: Model, window: LessonWindow, panes: readonly Pane[]): AvailableKeys {
	if (window.kind === 'calls') {
		return callsKeys(model, window.index, panes);
	}
	return new Map([
		['close', 'close'],
		...('scroll' in window ? scrolling : []),
		// There the key for going forward does it.
		...(window.kind === 'recall' ? [['up', ''] as const] : []),
		...('selected' in window ? choosing : []),
		...(window.kind === 'jump' ? typing : []),
		...(window.kind === 'proofs' ? [['copy', 'copy'] as const] : []),
		...(window.kind === 'proofs' && window.on === undefined
			? [['prove', 'read again'] as const]
			: []),
		...(window.kind === 'recall' && window.said === undefined
			? [['answer', 'answer'] as const]
			: []),
	]);
}

function callsKeys(model: Model, index: number, [pane]: readonly Pane[]): AvailableKeys {
	if (isTracing(model)) {
		return new Map([['close', 'stop']]);
	}
	const trace = traceOf(model, index);
	const unfolded = openIn(model.view)?.unfolded === true;
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

function listKeys(model: Model): AvailableKeys {
	const lesson = selectedLesson(model);
	const suggestion = suggestionFor(model, lesson);
	return new Map([
		...choosing,
		...(lesson && placeIn(model, lesson) !== undefined
			? [['start-over', 'start over'] as const]
			: []),
		...(suggestion ? [['install', `install ${suggestion.package}`] as const] : []),
		...(isReviewable(model) ? [['review', 'review'] as const] : []),
		['jump', 'jump'],
		...(model.course.kept ? [['reset', ''] as const] : []),
		['page-up', ''],
		['page-down', ''],
		['keys', 'keys'],
	]);
}

function lessonKeys(model: Model, open: OpenLesson, panes: readonly Pane[]): AvailableKeys {
	const page = pageOf(model);
	const busy = isBusy(model);
	const keys = new Map<Action, string>([['keys', 'keys']]);
	if (!busy) {
		keys.set('lessons', isLastPage(model, page) ? '' : 'lessons');
	}
	if (!busy && page.kind === 'step') {
		keys.set('jump', 'jump');
	}
	if (!busy && canVisit(model, page)) {
		keys.set('visit', 'visit');
	}
	if (!busy && canSkip(model, page)) {
		keys.set('skip', 'skip');
	}
	if (!busy && model.course.kept) {
		keys.set('reset', hasFailed(page) ? 'reset' : '');
	}
	const { suggestion } = model.course;
	if (suggestion && !busy && showsOffer(model, page, panes)) {
		keys.set('install', `install ${suggestion.package}`);
	}
	if (page.kind === 'ending' || (page.kind === 'step' && page.index > 0 && !page.onTheWay)) {
		keys.set('back', 'back');
	}
	if (page.kind === 'step' && hasMore(model, page)) {
		keys.set('unfold', open.unfolded ? 'fold' : 'unfold');
	}
	// Out of sight, nobody knows what would be answered.
	if (asks(page)) {
		keys.set('answer', panes[0] && hasShownStory(panes[0]) ? 'answer' : '');
	}
	if (linesToCopy(model).length > 0) {
		keys.set('copy', '');
	}
	if (canEdit(model, page)) {
		keys.set('edit', 'edit');
	}
	if (hasHint(model, page)) {
		keys.set('hint', open.draft.hints === 0 ? 'hint' : 'next hint');
	}
	if (page.kind === 'step' && hasProofs(page)) {
		keys.set('prove', 'prove');
	}
	if (!busy && page.kind === 'step' && hasCalls(page)) {
		keys.set('calls', 'calls');
	}
	if (panes.some(canScroll)) {
		for (const [action, label] of scrolling) {
			keys.set(action, label);
		}
	}
	if (panes.length > 1 && panes.every(canScroll)) {
		keys.set('pane', open.pane === 'main' ? 'scroll the right' : 'scroll the left');
	}
	return keys;
}
