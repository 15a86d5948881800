import type { Editor } from './editor.ts';

/** The learner's preparations for the step that waits: nothing of it has run yet. */
export type Draft = {
	/** The answer to its question: an index. */
	readonly answer: number | undefined;
	/** The line that may be edited, as the learner has made it; undefined: as the lesson has it. */
	readonly line: OwnLine | undefined;
	/** How many of its hints are shown. */
	readonly hints: number;
};

/** A line of the step as the learner has made it. */
export type OwnLine = {
	readonly editor: Editor;
	/** Whether the keys go to it. */
	readonly hasKeys: boolean;
};

/** The draft of somebody who has prepared nothing. */
export const emptyDraft: Draft = { answer: undefined, line: undefined, hints: 0 };
