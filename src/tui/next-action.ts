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
import { foundSteps } from './step-search.ts';
import { isEditing, openIn } from './view.ts';
import type { LessonWindow, RecallWindow } from './windows.ts';

/** The one thing that the key for going forward does now. */
export type NextAction = {
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
export function nextAction(model: Model, pane: Pane): NextAction | undefined {
	const { view } = model;
	if (view.screen === 'leaving') {
		return undefined;
	}
	if (view.window) {
		return forwardInWindow(model, view.window, pane);
	}
	if (view.screen === 'list') {
		return forwardInList(model);
	}
	const page = pageOf(model);
	if (page.kind === 'ending') {
		return nextLesson(model)
			? { does: 'next', label: 'next lesson' }
			: { does: 'list', label: 'lessons' };
	}
	return page.kind === 'step' ? forwardInStep(model, page, pane) : undefined;
}

function forwardInWindow(model: Model, window: LessonWindow, pane: Pane): NextAction | undefined {
	switch (window.kind) {
		case 'jump': {
			const isAny = foundSteps(model, window.query).length > 0;
			return isAny ? { does: 'jump', label: 'go there' } : undefined;
		}
		case 'reset':
			return { does: 'reset', label: 'reset' };
		case 'recall':
			return forwardInRecall(window, model.view.screen === 'lesson', pane);
		case 'visit':
			return { does: 'visit', label: 'go there' };
		case 'visiting':
			return undefined;
		case 'calls':
			if (isTracing(model)) {
				return undefined;
			}
			return linesBelow(pane) > 0
				? { does: 'read on', label: 'read on' }
				: { does: 'close', label: 'back to the step' };
		case 'visited':
			return canRepair(model) ? { does: 'repair', label: 'repair' } : { does: 'close', label: '' };
		case 'keys':
		case 'proofs':
		case 'install':
			return { does: 'close', label: '' };
	}
}

function forwardInRecall(recall: RecallWindow, isInLesson: boolean, pane: Pane): NextAction {
	if (linesBelow(pane) > 0) {
		return { does: 'read on', label: 'read on' };
	}
	if (!isLast(recall)) {
		return { does: 'recall', label: recall.said === undefined ? 'pass over' : 'next question' };
	}
	return { does: 'recall', label: isInLesson ? 'to the lesson' : 'to the list' };
}

function forwardInList(model: Model): NextAction | undefined {
	const lesson = selectedLesson(model);
	if (!lesson) {
		return undefined;
	}
	return { does: 'open', label: placeIn(model, lesson) === undefined ? 'open' : 'resume' };
}

/** Nothing runs before all of its commands were on the screen, and no result is passed over unread. */
function forwardInStep(
	{ view, state, course }: Model,
	{ index, step, onTheWay }: Extract<Page, { kind: 'step' }>,
	pane: Pane,
): NextAction | undefined {
	if (onTheWay || step.phase === 'running') {
		return undefined;
	}
	const open = openIn(view);
	if (isEditing(view)) {
		return { does: 'run', label: 'run' };
	}
	const isNew = index >= (open?.reached ?? 0);
	const toRead = step.phase === 'waiting' ? pane.lines.length - pane.shown : 0;
	if (isNew && linesBelow(pane) > toRead) {
		const isAsking = step.phase === 'waiting' && step.started.question && !hasShownStory(pane);
		return { does: 'read on', label: isAsking ? 'read on to the question' : 'read on' };
	}
	if (step.phase === 'waiting') {
		const isAsked = step.started.question !== undefined && open?.draft.answer === undefined;
		const does = step.started.task?.kind === 'challenge' ? 'check' : 'run';
		const run = `${course.recordedOn ? 'show' : does}${isAsked ? ' anyway' : ''}`;
		return { does: 'run', label: step.started.commands.length > 0 ? run : 'go on' };
	}
	if (index + 1 < stepCount(state)) {
		return { does: 'go on', label: 'next step' };
	}
	const canFinish = state.finished || step.phase === 'skipped';
	return canFinish ? { does: 'go on', label: 'finish' } : undefined;
}
