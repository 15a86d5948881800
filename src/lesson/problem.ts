import stringWidth from 'string-width';
import { makeLinesVisible, makeVisible } from '../text/visible-text.ts';

/** Something that the author of a lesson must change, and where. */
export type Problem = {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 units. */
	readonly column: number;
	/** A sentence that says what to write instead; further lines list what can be written. */
	readonly message: string;
	/** The author's line. */
	readonly excerpt: string;
};

/**
 * A lesson, or a directory of them, that cannot be used. The message describes every problem;
 * without problems it is a sentence of its own.
 */
export class LessonError extends Error {
	override readonly name = 'LessonError';
	readonly problems: readonly Problem[];

	constructor(reason: string | readonly Problem[]) {
		super(typeof reason === 'string' ? reason : describeProblems(reason));
		this.problems = typeof reason === 'string' ? [] : reason;
	}
}

/**
 * `file:line:column: sentence`, the line with a caret below, then any list; a blank line between two.
 * The author may be a stranger, so what is quoted is spelled out where a terminal would obey it.
 */
export function describeProblems(problems: readonly Problem[]): string {
	return problems.map(describeProblem).join('\n\n');
}

function describeProblem({ file, line, column, message, excerpt }: Problem): string {
	const [sentence = '', ...list] = makeLinesVisible(message).split('\n');
	return [
		`${makeVisible(file)}:${line}:${column}: ${sentence}`,
		...pointTo(excerpt, line, column),
		...list,
	].join('\n');
}

/** Columns of the author's line that are shown, and how many of them before the place. */
const shown = 120;
const before = 60;

/** A paragraph may be one very long line: only the part around the column is shown. */
function pointTo(excerpt: string, line: number, column: number): string[] {
	const at = column - 1;
	const start = at < shown - 20 ? 0 : at - before;
	const part = excerpt.slice(start, start + shown).replaceAll('\t', ' ');
	const margin = String(line);
	const indent = stringWidth(makeVisible(part.slice(0, at - start)));
	return [
		`  ${margin} | ${makeVisible(part)}`.trimEnd(),
		`  ${' '.repeat(margin.length)} | ${' '.repeat(indent)}^`,
	];
}
