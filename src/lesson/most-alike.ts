/** The candidates, the one most like the text first. Words in capitals are blanks and do not count. */
export function nearest(text: string, candidates: readonly string[]): string[] {
	const wanted = pairs(text);
	return candidates
		.map((candidate) => ({ candidate, likeness: likeness(wanted, pairs(candidate)) }))
		.sort((one, other) => other.likeness - one.likeness)
		.map(({ candidate }) => candidate);
}

/** Sørensen-Dice: the pairs of letters that both have, as a share of all. Forgives typing errors. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const shared = [...one].filter((pair) => other.has(pair)).length;
	return (2 * shared) / (one.size + other.size || 1);
}

function pairs(text: string): ReadonlySet<string> {
	const letters = ` ${text.replaceAll(/\b[A-Z]{2,}\b/g, '').toLowerCase()} `.replaceAll(
		/\s+/g,
		' ',
	);
	return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
