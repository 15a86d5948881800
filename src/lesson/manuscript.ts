import type { Problem } from './problem.ts';

/** The source of a lesson, and what has been found wrong with it so far. */
export type Manuscript = {
	readonly file: string;
	readonly text: string;
	readonly problems: Problem[];
};

/** Both from 1. */
export type Place = { readonly line: number; readonly column: number };

export const beginning: Place = { line: 1, column: 1 };

export function openManuscript(file: string, text: string): Manuscript {
	return { file, text, problems: [] };
}

/** The message is a sentence that says what to write instead. */
export function report(manuscript: Manuscript, { line, column }: Place, message: string): void {
	const { file, problems } = manuscript;
	problems.push({ file, line, column, message, excerpt: lineOf(manuscript, line) });
}

/** The problems in the order of the source. */
export function sorted(problems: readonly Problem[]): readonly Problem[] {
	return [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
}

/** Where a text begins that stands in this line or below it. */
export function placeOf(manuscript: Manuscript, text: string, line: number): Place {
	return placeAt(manuscript, offsetOf(manuscript, text, line));
}

/** From 0; the beginning of the line where the text is not found, as in a block that is indented. */
export function offsetOf({ text: source }: Manuscript, text: string, line: number): number {
	const above = source.split('\n').slice(0, line - 1);
	const start = above.reduce((length, { length: more }) => length + more + 1, 0);
	const found = source.indexOf(text, start);
	return found === -1 ? start : found;
}

export function placeAt({ text }: Manuscript, offset: number): Place {
	const above = text.slice(0, offset).split('\n');
	return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}

function lineOf({ text }: Manuscript, line: number): string {
	return text.split('\n')[line - 1] ?? '';
}
