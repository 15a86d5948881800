const chosen = /^ *(?:❯|chosen:) */;

/** Of a page that has changed, what is to be read: where only the choice has moved, the chosen line. */
export function newsOf(before: readonly string[], after: readonly string[]): readonly string[] {
	const bare = (line: string) => line.replace(chosen, '').trim();
	const known = new Set(before.map(bare));
	const choice = after.find((line) => chosen.test(line) && !before.includes(line));
	if (choice !== undefined && known.has(bare(choice))) {
		const rest = after.slice(after.indexOf(choice) + 1);
		const isKnown = (line: string) => known.has(bare(line));
		const kept = new Set(after.map(bare));
		const hasGrown = before.every((line) => kept.has(bare(line)));
		return [choice, ...(hasGrown ? added(rest, isKnown) : aboutChoice(rest, isKnown))];
	}
	const from = firstDifference(before, after);
	if (from === after.length) {
		return [];
	}
	const until = firstDifference(before.slice(from).reverse(), after.slice(from).reverse());
	return after.slice(headingAbove(after, from), after.length - until);
}

/**
 * What is said of the chosen one: the first paragraph that is new. The last one of a page, as the steps of
 * a lesson in the list, is to be looked up and not to be heard with every key.
 */
function aboutChoice(
	lines: readonly string[],
	isKnown: (line: string) => boolean,
): readonly string[] {
	const first = lines.findIndex((line) => line !== '' && !isKnown(line));
	if (first < 0) {
		return [];
	}
	const isOwn = !lines.slice(0, first).includes('');
	const length = firstEmpty(lines.slice(first));
	const isLast = first + length === lines.length;
	return isLast && !isOwn ? [] : lines.slice(first, first + length);
}

/** Who chooses an answer is told all that there is to say to it. */
function added(lines: readonly string[], isKnown: (line: string) => boolean): readonly string[] {
	const fresh = lines
		.slice(firstNew(lines, isKnown))
		.filter((line) => line === '' || !isKnown(line));
	return fresh.filter((line, at) => line !== '' || (fresh[at + 1] ?? '') !== '');
}

function firstNew(lines: readonly string[], isKnown: (line: string) => boolean): number {
	const at = lines.findIndex((line) => line !== '' && !isKnown(line));
	return at < 0 ? lines.length : at;
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
		if (/^\S.*:$/.test(lines[at] ?? '')) {
			return at;
		}
	}
	return from;
}
