import type { Model, Page } from './model.ts';
import { nextLesson, openedLesson, shownStep } from './model.ts';
import { canFold } from './lines/checks.ts';
import { sameReasonAt } from './lines/outcome.ts';
import { isLong } from './lines/output.ts';
import type { Pane } from './pane.ts';

export function isReviewable({ course: { recall } }: Model): boolean {
	return recall !== undefined && recall.surprises().length > 0;
}

/** There is, or may be, something to go to. */
export function canVisit(model: Model, { kind }: Page): boolean {
	const isPossible = openedLesson(model)?.readiness !== 'not here' && !model.course.recordedOn;
	return isPossible && (kind === 'step' || kind === 'ending');
}

/** From there the key for going forward leads to the list. */
export function isLastPage(model: Model, { kind }: Page): boolean {
	return kind === 'ending' && !nextLesson(model);
}

/** The step waits, and would do something. */
export function canSkip({ state }: Model, page: Page): boolean {
	if (page.kind !== 'step' || page.index !== state.steps.length - 1) return false;
	return page.step.phase === 'waiting' && page.step.started.commands.length > 0;
}

export function hasFailed(page: Page): boolean {
	return page.kind === 'step' && page.step.phase === 'failed';
}

/** Something is folded, or was. */
export function hasMore(
	{ state }: Model,
	{ step, index }: Extract<Page, { kind: 'step' }>,
): boolean {
	const { commands, checks } = shownStep(step);
	const isLikeBefore = sameReasonAt(state.steps, index) !== undefined;
	return isLikeBefore || canFold(checks) || commands.some(({ output }) => isLong(output));
}

/** On the way to another step, what is shown is gone the next moment. */
export function hasProofs({ step, onTheWay }: Extract<Page, { kind: 'step' }>): boolean {
	return !onTheWay && step.phase !== 'running' && shownStep(step).proofs.length > 0;
}

/** Commands of it ran, here or where it was recorded. */
export function hasCalls({ step }: Extract<Page, { kind: 'step' }>): boolean {
	return step.phase !== 'waiting' && shownStep(step).commands.length > 0;
}

/** A question that can be answered still: the step waits. */
export function asks(page: Page): boolean {
	if (page.kind !== 'step' || page.onTheWay) return false;
	return page.step.phase === 'waiting' && page.step.started.question !== undefined;
}

/** The key for it works only while the command that it would run is on the screen. */
export function showsOffer({ course, view }: Model, page: Page, panes: readonly Pane[]): boolean {
	const isFirst = page.kind === 'step' && page.index === 0;
	return isFirst && course.install?.lesson === view.lesson && panes[0]?.top === 0;
}

export function isRunning({ state }: Model): boolean {
	return state.steps.at(-1)?.phase === 'running';
}

export function isInstalling({ view: { overlay } }: Model): boolean {
	return overlay?.kind === 'install' && overlay.outcome === 'running';
}
