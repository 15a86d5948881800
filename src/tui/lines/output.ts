import type { Line } from './line.ts';
import { hanging, span, wrapped } from './line.ts';

const tabWidth = 8;
/** More lines than this are folded: the first and the last are kept. */
const longest = 16;
const head = 5;
const tail = 9;

/**
 * What a command printed, as rows of at most `width` columns.
 * @param dropped lines that were too many to keep
 */
export function outputLines(
	output: string,
	dropped: number,
	width: number,
	unfolded: boolean,
): Line[] {
	const lines = split(output);
	// Each row is filled to its end, as in a terminal, and no space is lost.
	const rows = (part: readonly string[]): Line[] =>
		part
			.flatMap((line) => wrapped(expandTabs(line), width, { wordWrap: false, trim: false }))
			.map((row) => [span(row)]);
	const note = (text: string): Line[] => hanging([], text, 'dim', width);
	return [
		...(unfolded || !isLong(output)
			? rows(lines)
			: [
					...rows(lines.slice(0, head)),
					...note(`⋯ ${lines.length - head - tail} more lines: press o to see them`),
					...rows(lines.slice(-tail)),
				]),
		...(dropped > 0 ? note(`⋯ and ${dropped} more lines, too many to keep`) : []),
	];
}

export function isLong(output: string): boolean {
	return split(output).length > longest;
}

function split(output: string): string[] {
	return output === '' ? [] : output.replace(/\n$/, '').split('\n');
}

/** Tab stops as a terminal has them, counted from the beginning of the line. */
export function expandTabs(line: string): string {
	return line
		.split('\t')
		.reduce((before, part) => before + ' '.repeat(tabWidth - (before.length % tabWidth)) + part);
}
