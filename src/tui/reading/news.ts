const chosen = /^ *(?:❯|chosen:) */;

/** Of a page that has changed, what is to be read: where only the choice has moved, the chosen line. */
export function newsOf(before: readonly string[], after: readonly string[]): readonly string[] {
	const bare = (line: string) => line.replace(chosen, '').trim();
	const isSame =
		before.length === after.length &&
		before.every((line, index) => bare(line) === bare(after[index] ?? ''));
	if (isSame) return after.filter((line, at) => line !== before[at] && chosen.test(line));
	const from = firstDifference(before, after);
	const until = firstDifference(before.slice(from).reverse(), after.slice(from).reverse());
	return after.slice(headingAbove(after, from), after.length - until);
}

function firstDifference(one: readonly string[], other: readonly string[]): number {
	const at = one.findIndex((line, index) => line !== other[index]);
	return at < 0 ? Math.min(one.length, other.length) : at;
}

/** Lines below `host:` are not to be told from those of another terminal without it. */
function headingAbove(lines: readonly string[], from: number): number {
	for (let at = from - 1; at >= 0 && lines[at] !== ''; at -= 1) {
		if (/^\S.*:$/.test(lines[at] ?? '')) return at;
	}
	return from;
}
