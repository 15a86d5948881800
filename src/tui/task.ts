import type { Attempt } from '../engine/run/pace.ts';
import type { StepState } from '../engine/run/state.ts';
import type { OwnLine } from './draft.ts';
import { editLine, editorOf } from './editor.ts';
import type { Model, Page } from './model.ts';
import { inDraft, inLesson, openIn, type ShownView } from './view.ts';

/** The learner's attempt at a step: their own line, or a look at what they did; undefined: as the lesson has it. */
export function attemptOf(step: StepState, line: OwnLine | undefined): Attempt | undefined {
	if (step.started.task?.kind === 'challenge') {
		return { kind: 'look' };
	}
	const given = editableOf(step);
	return given === undefined || line === undefined || line.editor.text === given
		? undefined
		: { kind: 'line', text: line.editor.text };
}

/** Begins to edit, from where the learner has left it. */
export function edit(view: ShownView, page: Page): ShownView {
	const given = page.kind === 'step' ? editableOf(page.step) : undefined;
	if (given === undefined) {
		return view;
	}
	const editor = view.open?.draft.line?.editor ?? editorOf(given);
	const begun = inDraft(view, { line: { editor, hasKeys: true } });
	return inLesson(begun, { scroll: 'fresh', pane: 'main' });
}

/** The view after a key for the line that is being edited. */
export function editWith(view: ShownView, key: string): ShownView {
	const line = view.open?.draft.line;
	if (!line) {
		return view;
	}
	if (key === 'Esc' || key === 'Ctrl-C') {
		return inDraft(view, { line: undefined });
	}
	const edited = inDraft(view, { line: { ...line, editor: editLine(line.editor, key) } });
	return inLesson(edited, { scroll: 'fresh' });
}

/** Keeps the line as it is, with the keys for other things again. */
export function endEditing(view: ShownView): ShownView {
	const line = view.open?.draft.line;
	return line ? inDraft(view, { line: { ...line, hasKeys: false } }) : view;
}

/** Whether there is a line to change; in a replay nothing runs, and so there is none. */
export function canEdit({ course }: Model, page: Page): boolean {
	return course.recordedOn === undefined && waits(page) && editableOf(page.step) !== undefined;
}

/** Whether there is a hint that is not shown yet. */
export function hasHint({ view }: Model, page: Page): boolean {
	const shown = openIn(view)?.draft.hints ?? 0;
	return waits(page) && (page.step.started.task?.hints.length ?? 0) > shown;
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
