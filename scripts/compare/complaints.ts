/** Each difference needs a reason. */
export const unexplained = (rows) =>
	rows
		.filter((row) => row.differs && row.why === '')
		.map(
			({ property, cells }) =>
				`${property} has no reason in scripts/compare/why.js: ${cells.join(' | ')}`,
		);

/** Each reason needs a difference. */
export function idle(rows, why) {
	const differing = new Set(rows.filter(({ differs }) => differs).map(({ property }) => property));
	return Object.keys(why)
		.filter((property) => !differing.has(property))
		.map(
			(property) => `scripts/compare/why.js has a reason for ${property}, which does not differ.`,
		);
}
