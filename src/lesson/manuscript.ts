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
	const offset = offsetOf(manuscript, text, line);
	return offset === -1 ? { line, column: 1 } : placeAt(manuscript, offset);
}

/** From 0; -1 where the text is not found. */
export function offsetOf({ text: source }: Manuscript, text: string, line: number): number {
	const above = source.split('\n').slice(0, line - 1);
	return source.indexOf(
		text,
		above.reduce((length, { length: more }) => length + more + 1, 0),
	);
}

export function placeAt({ text }: Manuscript, offset: number): Place {
	const above = text.slice(0, offset).split('\n');
	return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}

function lineOf({ text }: Manuscript, line: number): string {
	return text.split('\n')[line - 1] ?? '';
}
