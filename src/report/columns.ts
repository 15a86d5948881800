import stringWidth from 'string-width';

/**
 * Returns the width of a text in terminal columns: a wide character takes two, a combining one
 * none. Nearly all text is ASCII, and this is called thousands of times for each screen.
 */
export function columnsOf(text: string): number {
	return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
