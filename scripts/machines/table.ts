import type { Result } from '../../test/machines/result.ts';

/** The cells of a row. */
export type Row = readonly string[];

/**
 * A row of docs/machines.md, as its cells: the kind of machine, a cell for each lesson, why not all
 * and what helps, and what it was tested on.
 */
export const cellsOf = (title: string, { lessons, causes, on }: Result): Row => [
	title,
	...lessons.map(amount),
	whyNot(causes),
	[on.distribution, `Linux ${on.kernel}`, cgroupOf(on), `Node.js ${on.node}`].join(', '),
];

export const headingOf = ({ lessons }: Result): Row => [
	'Machine',
	...lessons.map(({ number }) => String(number)),
	'Why not all, and what helps',
	'Tested on',
];

export const drawRow = (cells: Row): string => `| ${cells.map(escape).join(' | ')} |`;

export const drawTable = (heading: Row, rows: readonly Row[]): string =>
	[heading, heading.map(() => '---'), ...rows].map(drawRow).join('\n');

/** The rows of a table that `drawTable` made, without its heading. */
export const parseTable = (text: string): readonly Row[] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(2)
		.map((line) => line.slice(2, -2).split(' | ').map(unescape));

/** Whether two rows say the same about what runs and why: the last cell depends on the day. */
export const isSameAnswer = (row: Row, other: Row): boolean =>
	JSON.stringify(row.slice(0, -1)) === JSON.stringify(other.slice(0, -1));

const cgroupOf = ({ cgroup }: Result['on']) =>
	cgroup === 'none' ? 'no cgroups' : `cgroup ${cgroup}`;

function amount({ passed, failed, skipped }: Result['lessons'][number]): string {
	const steps = passed + failed + skipped;
	return passed === steps ? '✔' : passed === 0 ? '–' : `${passed} of ${steps}`;
}

/** One fix often helps against several causes; it is told once. */
function whyNot(causes: Result['causes']): string {
	const fixes = new Set(causes.map(({ fix }) => fix));
	return [...fixes]
		.map((fix) => {
			const those = causes.filter((one) => one.fix === fix).map(({ cause }) => cause);
			return [...those, `*${fix}*`].join(' ');
		})
		.join('<br>');
}

const escape = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
const unescape = (cell: string) => cell.replaceAll('\\|', '|');
