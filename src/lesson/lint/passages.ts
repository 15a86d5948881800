import type { Lesson, Step } from '../lesson.ts';
import { type Manuscript, offsetOf } from '../manuscript.ts';

/** A piece of the author's text and where it begins in the source, from 0. */
export type Passage = { readonly text: string; readonly offset: number };

/** The Markdown before and after the blocks, with the question. */
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

export function introPassage({ intro }: Lesson, manuscript: Manuscript): Passage {
	return passage(intro, 1, manuscript);
}

/** A text that stands in this line or below it. */
export function passage(text: string, line: number, manuscript: Manuscript): Passage {
	return { text, offset: offsetOf(manuscript, text, line) };
}
