import type { Section } from '../difference.ts';

/**
 * Replaces the rows of a terminal that sees the very changes that the host sees by a single one.
 */
export function foldView(view: Section, processes: Section): Section {
	const { rows } = view;
	const isSame = rows.length === processes.rows.length && signsOf(view) === signsOf(processes);
	if (!isSame || rows.length < 2) {
		return view;
	}
	const subject = `the same ${rows.length} changes as the host`;
	return { ...view, rows: [{ sign: '~', subject, detail: '' }], unchanged: '' };
}

function signsOf({ rows }: Section): string {
	return rows.map(({ sign, subject }) => `${sign} ${subject}`).join('\n');
}
