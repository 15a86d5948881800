import type { Problem } from '../text/known-error.ts';

/** The source of a lesson, and what has been found wrong with it so far. */
export type Manuscript = {
	readonly file: string;
	readonly text: string;
	readonly problems: Problem[];
};

/** A place in a lesson's source: its line and its column, both from 1. */
export type SourcePosition = { readonly line: number; readonly column: number };

/** The first character of a source. */
export const beginning: SourcePosition = { line: 1, column: 1 };

/** Opens a source in which nothing has been found wrong. */
export function openManuscript(file: string, text: string): Manuscript {
	return { file, text, problems: [] };
}

/**
 * Adds a problem to a manuscript.
 * @param message A sentence that says what to write instead.
 */
export function report(
	manuscript: Manuscript,
	{ line, column }: SourcePosition,
	message: string,
): void {
	const { file, problems } = manuscript;
	problems.push({ file, line, column, message, excerpt: lineOf(manuscript, line) });
}

/** Returns problems in the order in which they stand in the source. */
export function sorted(problems: readonly Problem[]): readonly Problem[] {
	return [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
}

/**
 * Returns where a text begins.
 * @param line The line, from 1, in which the text stands, or below which it does.
 */
export function placeOf(manuscript: Manuscript, text: string, line: number): SourcePosition {
	return placeAt(manuscript, offsetOf(manuscript, text, line));
}

/**
 * Returns the offset at which a text begins, in UTF-16 units from 0; that of the line's beginning
 * where the text is not found, as in a block that is indented.
 */
export function offsetOf({ text: source }: Manuscript, text: string, line: number): number {
	const above = source.split('\n').slice(0, line - 1);
	const start = above.reduce((length, { length: more }) => length + more + 1, 0);
	const found = source.indexOf(text, start);
	return found === -1 ? start : found;
}

/** Returns the place at an offset, which counts UTF-16 units from 0. */
export function placeAt({ text }: Manuscript, offset: number): SourcePosition {
	const above = text.slice(0, offset).split('\n');
	return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}

function lineOf({ text }: Manuscript, line: number): string {
	return text.split('\n')[line - 1] ?? '';
}
