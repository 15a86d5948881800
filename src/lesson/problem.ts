import stringWidth from 'string-width';
import { KnownError, type Problem } from '../text/known-error.ts';
import { makeLinesVisible, makeVisible } from '../text/visible-text.ts';

/**
 * The error for a lesson, or a directory of them, that cannot be used.
 * @param reason every problem there is, or a sentence
 */
export function lessonError(reason: string | readonly Problem[]): KnownError {
	return typeof reason === 'string'
		? new KnownError(reason, { exitCode: 2 })
		: new KnownError(describeProblems(reason), { exitCode: 2, problems: reason });
}

/**
 * Returns problems as text, with a blank line between two: `file:line:column: sentence`, the line
 * with a caret below, then any list. The author may be a stranger, so what is quoted is spelled out
 * where a terminal would obey it.
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

/** How many columns of the author's line are shown, and how many of them are before the place. */
const shown = 120;
const before = 60;

/**
 * Returns the author's line with a caret below the column. A paragraph may be one very long line,
 * of which only the part around the column is shown.
 */
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
