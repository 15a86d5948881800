import type { Properties } from './properties.ts';

/** What a property is in each of the four containers, and why that differs: empty where it does not. */
export type Row = {
	readonly property: string;
	readonly cells: readonly string[];
	readonly differs: boolean;
	readonly why: string;
};

/** A row for each property: what it is in ours and in runc's, as root and as a user, and why it differs. */
export function rowsOf(
	[ours, runc, oursOfUser, runcOfUser]: readonly [Properties, Properties, Properties, Properties],
	why: Readonly<Record<string, string>>,
): readonly Row[] {
	return Object.keys(ours).map((property) => {
		const cells = [ours, runc, oursOfUser, runcOfUser].map((column) => column[property] ?? '');
		const differs = cells[0] !== cells[1] || cells[2] !== cells[3];
		return { property, cells, differs, why: differs ? (why[property] ?? '') : '' };
	});
}

const headings = [
	'Property',
	'Ours, root',
	'runc, root',
	'Ours, user',
	'runc, user',
	'Why they differ',
];

export function drawTable(rows: readonly Row[]): string {
	const lines = rows.map(({ property, cells, why }) => [property, ...cells, why]);
	return [headings, headings.map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
