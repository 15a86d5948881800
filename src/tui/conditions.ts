import type { Model, Page } from './model.ts';
import { nextLesson, openedLesson, shownStep, suggestionFor } from './model.ts';
import { canFold } from './lines/checks.ts';
import { sameReasonAt } from './lines/outcome.ts';
import { isLong } from './lines/output.ts';
import type { Pane } from './pane.ts';
import { windowIn } from './view.ts';

/** Whether something surprised on an earlier day. */
export function isReviewable({ course: { kept } }: Model): boolean {
	return kept !== undefined && kept.surprises.length > 0;
}

/** Whether there is, or may be, a terminal to go to. */
export function canVisit(model: Model, { kind }: Page): boolean {
	const isPossible = openedLesson(model)?.readiness !== 'not here' && !model.course.recordedOn;
	return isPossible && (kind === 'step' || kind === 'ending');
}

/** Whether the key for going forward leads to the list from there. */
export function isLastPage(model: Model, { kind }: Page): boolean {
	return kind === 'ending' && !nextLesson(model);
}

/** Whether the step waits, and would do something. */
export function canSkip({ state }: Model, page: Page): boolean {
	if (page.kind !== 'step' || page.index !== state.steps.length - 1) {
		return false;
	}
	return page.step.phase === 'waiting' && page.step.started.commands.length > 0;
}

/** Whether the page is a step that failed. */
export function hasFailed(page: Page): boolean {
	return page.kind === 'step' && page.step.phase === 'failed';
}

/** Whether something is folded, or was. */
export function hasMore(
	{ state }: Model,
	{ step, index }: Extract<Page, { kind: 'step' }>,
): boolean {
	const { commands, checks } = shownStep(step);
	const isLikeBefore = sameReasonAt(state.steps, index) !== undefined;
	return isLikeBefore || canFold(checks) || commands.some(({ output }) => isLong(output));
}

/** Whether there are proofs to look at; on the way to another step, what is shown is gone the next moment. */
export function hasProofs({ step, onTheWay }: Extract<Page, { kind: 'step' }>): boolean {
	return !onTheWay && step.phase !== 'running' && shownStep(step).proofs.length > 0;
}

/** Whether commands of it ran, here or where it was recorded. */
export function hasCalls({ step }: Extract<Page, { kind: 'step' }>): boolean {
	return step.phase !== 'waiting' && shownStep(step).commands.length > 0;
}

/** Whether the step waits with a question, which can be answered still. */
export function asks(page: Page): boolean {
	if (page.kind !== 'step' || page.onTheWay) {
		return false;
	}
	return page.step.phase === 'waiting' && page.step.started.question !== undefined;
}

/** Whether the command that an installation would run is on the screen; only then its key works. */
export function showsOffer(model: Model, page: Page, panes: readonly Pane[]): boolean {
	const isFirst = page.kind === 'step' && page.index === 0;
	return isFirst && panes[0]?.top === 0 && suggestionFor(model, openedLesson(model)) !== undefined;
}

/** Whether the commands of the live step run. */
export function isRunning({ state }: Model): boolean {
	return state.steps.at(-1)?.phase === 'running';
}

/** Whether an installation runs, which nothing may interrupt. */
export function isInstalling({ view }: Model): boolean {
	const window = windowIn(view);
	return window?.kind === 'install' && window.outcome === 'running';
}
