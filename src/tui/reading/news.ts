const chosen = /^ *(?:❯|chosen:) */;

/** Of a page that has changed, what is to be read: where only the choice has moved, the chosen line. */
export function newsOf(
	before: readonly string[],
	after: readonly string[],
	isList = false,
): readonly string[] {
	const bare = (line: string) => line.replace(chosen, '').trim();
	const known = new Set(before.map(bare));
	const choice = after.find((line) => chosen.test(line) && !before.includes(line));
	if (choice !== undefined && known.has(bare(choice))) {
		// What is said of it follows; in a list its first paragraph is enough.
		const isNew = (line: string) => line !== '' && !known.has(bare(line));
		const start = Math.max(0, after.findIndex(isNew));
		const end = isList ? start + firstEmpty(after.slice(start)) : after.length;
		const about = after.slice(start, end).filter((line) => line === '' || isNew(line));
		return [choice, ...about.filter((line, at) => line !== '' || (about[at + 1] ?? '') !== '')];
	}
	const from = firstDifference(before, after);
	if (from === after.length) return [];
	const until = firstDifference(before.slice(from).reverse(), after.slice(from).reverse());
	return after.slice(headingAbove(after, from), after.length - until);
}

function firstEmpty(lines: readonly string[]): number {
	const at = lines.indexOf('');
	return at < 0 ? lines.length : at;
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
