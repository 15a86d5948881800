/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Values as JSON spells them; some only a text editor would write. */
const strange = [
	'null',
	'true',
	'""',
	'"\\u001b[2J"',
	'"constructor"',
	'[]',
	'[null]',
	'{}',
	'{"length":-1}',
	'-1',
	'0.5',
	'1e21',
	'1e308',
	'1e999',
	'-1e999',
	'9007199254740993',
];

/**
 * A line of JSON with one thing in it changed: a value becomes another, a field or an item is taken out or is
 * there twice, or the text itself is cut or loses a character.
 */
export function mutate(line: string, random: () => number): string {
	const pick = <Item>(items: readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item;
	const kind = pick(['value', 'value', 'value', 'without', 'twice', 'cut', 'character']);
	if (kind === 'cut') {
		return line.slice(0, 1 + Math.floor(random() * (line.length - 1)));
	}
	if (kind === 'character') {
		const at = Math.floor(random() * line.length);
		return line.slice(0, at) + line.slice(at + 1);
	}

	const root: unknown = JSON.parse(line);
	const places: { readonly parent: Parent; readonly key: string }[] = [];
	collect(root, places);
	const { parent, key } = pick(places);
	const mark = '\u0000strange';
	if (kind === 'value') {
		set(parent, key, mark);
	} else if (Array.isArray(parent)) {
		parent.splice(
			Number(key),
			1,
			...(kind === 'twice' ? [parent[Number(key)], parent[Number(key)]] : []),
		);
	} else if (kind === 'twice') {
		set(parent, `${key}2`, parent[key]);
	} else {
		Reflect.deleteProperty(parent, key);
	}
	return JSON.stringify(root).replace(JSON.stringify(mark), () => pick(strange));
}

type Parent = unknown[] | Record<string, unknown>;

function collect(value: unknown, places: { parent: Parent; key: string }[]): void {
	if (typeof value !== 'object' || value === null) {
		return;
	}
	const parent = value as Parent;
	for (const [key, inner] of Object.entries(parent)) {
		places.push({ parent, key });
		collect(inner, places);
	}
}

function set(parent: Parent, key: string, value: unknown): void {
	Reflect.set(parent, key, value);
}
