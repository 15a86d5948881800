import type { Key } from 'ink';

/** What a key writes, if anything. */
export function textOfKey(key: string): string | undefined {
	if (key === 'Space') {
		return ' ';
	}
	return Array.from(key).length === 1 && !/[\p{Cc}←→↑↓]/u.test(key) ? key : undefined;
}

/** The names of the keys that Ink reports at once: one, or several that were typed faster than read. */
export function keyNames(input: string, key: Key): string[] {
	for (const [field, name] of named) {
		if (key[field]) {
			return [name];
		}
	}
	if (key.ctrl) {
		return /^[a-z]$/.test(input) ? [`Ctrl-${input.toUpperCase()}`] : [];
	}
	if (key.meta) {
		return [];
	}
	return Array.from(input, (character) => characters.get(character) ?? controlName(character));
}

const named = [
	['return', 'Enter'],
	['escape', 'Esc'],
	['tab', 'Tab'],
	['rightArrow', '→'],
	['leftArrow', '←'],
	['upArrow', '↑'],
	['downArrow', '↓'],
	['pageUp', 'PgUp'],
	['pageDown', 'PgDn'],
	['home', 'Home'],
	['end', 'End'],
	['backspace', 'Backspace'],
	['delete', 'Delete'],
] as const;

const characters: ReadonlyMap<string, string> = new Map([
	['\r', 'Enter'],
	['\t', 'Tab'],
	[' ', 'Space'],
	['\u007F', 'Backspace'],
	['\u007f', 'Backspace'],
]);

/** Control characters among others that were typed at once. */
function controlName(character: string): string {
	const code = character.charCodeAt(0);
	return code >= 1 && code <= 26 ? `Ctrl-${String.fromCharCode(code + 64)}` : character;
}
