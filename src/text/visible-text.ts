/**
 * Characters that a terminal obeys instead of drawing: control characters, which move the cursor, set a
 * title or write to the clipboard, and those that set the direction of writing or break a line. Tabs and
 * the ends of lines are not among them; a name has none either, and `makeVisible` spells them out as well.
 */
const obeyed = /(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Returns the first character of a text that a terminal would obey; undefined where there is none.
 */
export const firstObeyed = (text: string): string | undefined => text.match(obeyed)?.[0];

/** Returns a text without the characters that a terminal would obey. */
export const withoutObeyed = (text: string): string => text.replace(obeyed, '');

/** Returns a text in which `escape` spells out the characters that a terminal would obey. */
export const escapeObeyed = (text: string, escape: (character: string) => string): string =>
	text.replace(obeyed, escape);

/** Returns a character as JSON escapes it: `\u009b`. */
export const escapeAsJson = (character: string): string =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Returns a name with the characters that a terminal would obey spelled out: an escape as `\033`,
 * as printf takes it. A name that was given to deceive is shown, not hidden. Two names may look the
 * same, as a backslash stays what it is.
 */
export function makeVisible(name: string): string {
	// Nearly all names are plain, and a look at 2,000 files must stay a matter of milliseconds.
	if (!/[^ -~]/.test(name)) {
		return name;
	}
	return escapeObeyed(name, spell).replace(/[\t\n]/g, spell);
}

/**
 * Returns a text of the program's with everything that it quotes made visible; its lines stay
 * lines.
 */
export function makeLinesVisible(text: string): string {
	return text.split('\n').map(makeVisible).join('\n');
}

/** Returns plain data with every string in it made visible; keys stay as they are. */
export function makeAllVisible<Value>(value: Value): Value;
export function makeAllVisible(value: unknown): unknown {
	if (typeof value === 'string') {
		return makeVisible(value);
	}
	if (Array.isArray(value)) {
		return value.map((one: unknown) => makeAllVisible(one));
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	const copy: Record<string, unknown> = { ...value };
	for (const key of Object.keys(copy)) {
		copy[key] = makeAllVisible(copy[key]);
	}
	return copy;
}

function spell(character: string): string {
	const code = character.charCodeAt(0);
	return code < 0x80 ? `\\${code.toString(8).padStart(3, '0')}` : escapeAsJson(character);
}
