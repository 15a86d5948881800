import type { Model, Page } from './model.ts';
import {
	canRepair,
	isTracing,
	nextLesson,
	pageOf,
	placeIn,
	selectedLesson,
	stepCount,
} from './model.ts';
import type { Pane } from './pane.ts';
import { hasShownStory, linesBelow } from './pane.ts';
import { isLast } from './recall.ts';
import { targetsOf } from './targets.ts';
import type { Recalling } from './view.ts';

/** The one thing that the key for going forward does now. */
export type Forward = {
	readonly does:
		| 'open'
		| 'read on'
		| 'run'
		| 'go on'
		| 'next'
		| 'list'
		| 'jump'
		| 'reset'
		| 'recall'
		| 'close'
		| 'visit'
		| 'repair';
	readonly label: string;
};

/** Undefined where there is nothing to do but wait. */
export function forwardOf(model: Model, pane: Pane): Forward | undefined {
	const { overlay, screen, isLeaving } = model.view;
	if (isLeaving) return undefined;
	if (overlay?.kind === 'jump') {
		const isAny = targetsOf(model, overlay.query).length > 0;
		return isAny ? { does: 'jump', label: 'go there' } : undefined;
	}
	if (overlay?.kind === 'reset') return { does: 'reset', label: 'reset' };
	if (overlay?.kind === 'recall') return forwardInRecall(overlay, pane);
	if (overlay?.kind === 'visit') return { does: 'visit', label: 'go there' };
	if (overlay?.kind === 'visiting') return undefined;
	if (overlay?.kind === 'calls') {
		if (isTracing(model)) return undefined;
		return linesBelow(pane) > 0
			? { does: 'read on', label: 'read on' }
			: { does: 'close', label: 'back to the step' };
	}
	if (overlay?.kind === 'visited' && canRepair(model)) return { does: 'repair', label: 'repair' };
	if (overlay) return { does: 'close', label: '' };
	if (screen === 'lessons') return forwardInList(model);
	const page = pageOf(model);
	if (page.kind === 'ending') {
		return nextLesson(model)
			? { does: 'next', label: 'next lesson' }
			: { does: 'list', label: 'lessons' };
	}
	return page.kind === 'step' ? forwardInStep(model, page, pane) : undefined;
}

function forwardInRecall(recalling: Recalling, pane: Pane): Forward {
	if (linesBelow(pane) > 0) return { does: 'read on', label: 'read on' };
	if (!isLast(recalling)) {
		return { does: 'recall', label: recalling.said === undefined ? 'pass over' : 'next question' };
	}
	return { does: 'recall', label: recalling.before === 'lesson' ? 'to the lesson' : 'to the list' };
}

function forwardInList(model: Model): Forward | undefined {
	const lesson = selectedLesson(model);
	if (!lesson) return undefined;
	return { does: 'open', label: placeIn(model, lesson) === undefined ? 'open' : 'resume' };
}

/** Nothing runs before all of its commands were on the screen, and no result is passed over unread. */
function forwardInStep(
	{ view, state, course }: Model,
	{ index, step, onTheWay }: Extract<Page, { kind: 'step' }>,
	pane: Pane,
): Forward | undefined {
	if (onTheWay || step.phase === 'running') return undefined;
	if (view.isEditing) return { does: 'run', label: 'run' };
	const isNew = index >= view.reached;
	const toRead = step.phase === 'waiting' ? pane.lines.length - pane.shown : 0;
	if (isNew && linesBelow(pane) > toRead) {
		const isAsking = step.phase === 'waiting' && step.started.question && !hasShownStory(pane);
		return { does: 'read on', label: isAsking ? 'read on to the question' : 'read on' };
	}
	if (step.phase === 'waiting') {
		const isAsked = step.started.question !== undefined && view.answer === undefined;
		const does = step.started.task?.kind === 'challenge' ? 'check' : 'run';
		const run = `${course.recordedOn ? 'show' : does}${isAsked ? ' anyway' : ''}`;
		return { does: 'run', label: step.started.commands.length > 0 ? run : 'go on' };
	}
	if (index + 1 < stepCount(state)) return { does: 'go on', label: 'next step' };
	const canFinish = state.finished || step.phase === 'skipped';
	return canFinish ? { does: 'go on', label: 'finish' } : undefined;
}
