/**
 * Returns text without a character beyond ASCII, for terminals that have no other. It may become
 * longer.
 */
export function toAscii(text: string): string {
	return replaced(text, (character) => wider[character] ?? cellOf(character));
}

/**
 * Returns the same for a screen, character for character, so that everything stays in its column.
 */
export function toAsciiCells(text: string): string {
	return replaced(text, cellOf);
}

/** Replaces the characters beyond ASCII; escape sequences are ASCII themselves. */
function replaced(text: string, replace: (character: string) => string): string {
	return text.replace(beyond, replace);
}

const beyond = /[^\0-\x7f]/gu;

const wider: Readonly<Record<string, string>> = { '…': '...', '⋯': '...', '→': '->', '←': '<-' };

const cells: Readonly<Record<string, string>> = {
	...each('─┄╌┈–—‐‑−', '-'),
	...each('━═', '='),
	...each('│┆┊┃', '|'),
	...each('╭╰╮╯┌└┐┘├┤┬┴┼', '+'),
	...each('✓✔', 'v'),
	...each('✗✘×', 'x'),
	...each('●•', '*'),
	...each('·⋯…', '.'),
	...each('❯›»→▶', '>'),
	...each('‹«←', '<'),
	...each('↑', '^'),
	// The spinner goes round.
	...each('⠋⠼⠇', '-'),
	...each('⠙⠴⠏', '\\'),
	...each('⠹⠦', '|'),
	...each('⠸⠧', '/'),
	...each('↓', 'v'),
	...each('“”„', '"'),
	...each('‘’‚', "'"),
	...each('µμ', 'u'),
	...each('ø', 'o'),
	'\u00A0': ' ',
	ß: 's',
};

function each(characters: string, cell: string): Record<string, string> {
	return Object.fromEntries(Array.from(characters, (character) => [character, cell]));
}

/**
 * Returns one ASCII character for another: a letter without its accents, or a question mark where
 * nothing suits.
 */
function cellOf(character: string): string {
	const known = cells[character];
	if (known !== undefined) {
		return known;
	}
	if (/\p{Mark}/u.test(character)) {
		return '';
	}
	const [letter = ''] = character.normalize('NFKD');
	const cell = letter <= '\x7f' ? letter : '?';
	return isWide(character) ? cell.padEnd(2) : cell;
}

/** Whether a character takes two columns, as Chinese, Japanese and Korean signs and emoji do. */
function isWide(character: string): boolean {
	return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
		character,
	);
}
