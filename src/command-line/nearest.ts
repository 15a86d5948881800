/**
 * Returns the word that was probably meant; undefined where none comes near, which is one typing
 * error for every three letters. Counts letters (Levenshtein), which suits single words;
 * `lesson/most-alike` compares sentences.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
	const ranked = words
		.map((candidate) => ({ candidate, distance: distanceBetween(word, candidate) }))
		.filter(({ candidate, distance }) => distance <= Math.ceil(candidate.length / 3))
		.sort((one, other) => one.distance - other.distance);
	return ranked[0]?.candidate;
}

/**
 * Returns how many letters must be added, removed or changed to make one word of the other
 * (Levenshtein).
 */
function distanceBetween(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [index, letter] of Array.from(from).entries()) {
		const next = [index + 1];
		for (let column = 0; column < to.length; column += 1) {
			const changed = at(row, column) + (letter === to[column] ? 0 : 1);
			next.push(Math.min(changed, at(row, column + 1) + 1, at(next, column) + 1));
		}
		row = next;
	}
	return at(row, to.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
