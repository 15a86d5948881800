import type { Row } from './table.ts';

/** Each difference needs a reason. */
export const unexplained = (rows: readonly Row[]): readonly string[] =>
	rows
		.filter((row) => row.differs && row.why === '')
		.map(
			({ property, cells }) =>
				`${property} has no reason in scripts/compare/why.ts: ${cells.join(' | ')}`,
		);

/** Each reason needs a difference. */
export function idle(
	rows: readonly Row[],
	why: Readonly<Record<string, string>>,
): readonly string[] {
	const differing = new Set(rows.filter(({ differs }) => differs).map(({ property }) => property));
	return Object.keys(why)
		.filter((property) => !differing.has(property))
		.map(
			(property) => `scripts/compare/why.ts has a reason for ${property}, which does not differ.`,
		);
}
