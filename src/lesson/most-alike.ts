/**
 * Returns the candidates, those most like the text first. Compares by pairs of letters
 * (Sørensen–Dice), which suits sentences; words in capitals are blanks and do not count.
 * `command-line/nearest` compares single words.
 */
export function mostAlike(text: string, candidates: readonly string[]): string[] {
	const wanted = pairs(text);
	return candidates
		.map((candidate) => ({ candidate, likeness: likeness(wanted, pairs(candidate)) }))
		.sort((one, other) => other.likeness - one.likeness)
		.map(({ candidate }) => candidate);
}

/**
 * Returns how alike two texts are: the pairs of letters that both have, as a share of all
 * (Sørensen–Dice). It forgives typing errors.
 */
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
