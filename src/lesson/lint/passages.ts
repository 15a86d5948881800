import type { Lesson, Step } from '../lesson.ts';
import { type Manuscript, offsetOf } from '../manuscript.ts';

/** A piece of the author's text, and where it begins in the source, in UTF-16 units from 0. */
export type Passage = { readonly text: string; readonly offset: number };

/** Returns the Markdown of a step before and after its blocks, and that of its question. */
export function prosePassages(step: Step, manuscript: Manuscript): readonly Passage[] {
	const lastLine = Math.max(
		...[step, ...step.commands, ...step.expectations, ...step.proofs].map(({ line }) => line),
	);
	return [
		passage(step.prose, step.line + 1, manuscript),
		...(step.question ? [passage(step.question.source, step.line + 1, manuscript)] : []),
		passage(step.after, lastLine + 1, manuscript),
	];
}

/** Returns the Markdown before the first step. */
export function introPassage({ intro }: Lesson, manuscript: Manuscript): Passage {
	return passage(intro, 1, manuscript);
}

/**
 * Returns a text as a passage.
 * @param line The line, from 1, in which the text stands, or below which it does.
 */
export function passage(text: string, line: number, manuscript: Manuscript): Passage {
	return { text, offset: offsetOf(manuscript, text, line) };
}
