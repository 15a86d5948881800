import type { Attempt } from '../engine/pace.ts';
import type { StepState } from '../engine/state.ts';
import { editLine, type Editor, editorOf } from './editor.ts';
import type { Model, Page } from './model.ts';
import type { View } from './view.ts';

/** What the learner wants of a step that runs: their own line, a look at what they did, or neither. */
export function attemptOf(step: StepState, line: Editor | undefined): Attempt | undefined {
	if (step.started.task?.kind === 'challenge') return { kind: 'look' };
	const given = editableOf(step);
	return given === undefined || line === undefined || line.text === given
		? undefined
		: { kind: 'line', text: line.text };
}

/** Begins to edit, from where the learner has left it. */
export function edit(view: View, page: Page): View {
	const given = page.kind === 'step' ? editableOf(page.step) : undefined;
	return given === undefined
		? view
		: {
				...view,
				line: view.line ?? editorOf(given),
				isEditing: true,
				scroll: 'fresh',
				pane: 'main',
			};
}

/** A key for the line that is being edited. */
export function editWith(view: View, key: string): View {
	if (!view.line) return view;
	return key === 'Esc' || key === 'Ctrl-C'
		? { ...view, line: undefined, isEditing: false }
		: { ...view, line: editLine(view.line, key), scroll: 'fresh' };
}

/** In a replay nothing runs, and so there is nothing to change. */
export function canEdit({ course }: Model, page: Page): boolean {
	return course.recordedOn === undefined && waits(page) && editableOf(page.step) !== undefined;
}

export function hasHint({ view }: Model, page: Page): boolean {
	return waits(page) && (page.step.started.task?.hints.length ?? 0) > view.hints;
}

/** Whether the step that waits is a challenge. */
export function isAtChallenge({ state }: Model): boolean {
	const step = state.steps.at(-1);
	return step?.phase === 'waiting' && step.started.task?.kind === 'challenge';
}

function waits(page: Page): page is Extract<Page, { kind: 'step' }> {
	return page.kind === 'step' && !page.onTheWay && page.step.phase === 'waiting';
}

function editableOf({ started }: StepState): string | undefined {
	return started.commands.find(({ editable }) => editable)?.text;
}
