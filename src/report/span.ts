import { columnsOf } from './columns.ts';

/** A style of text. How each looks is decided where it is drawn. */
export type Style = 'plain' | 'code' | 'strong' | 'emphasis' | 'dim' | 'link';

/** A piece of a line in one style, without line breaks. */
export type Span = { readonly text: string; readonly style: Style };

/** One line of a page; empty for a blank line. */
export type StyledLine = readonly Span[];

/** Returns a span in the style of ordinary text. */
export function plain(text: string): Span {
	return { text, style: 'plain' };
}

/** Returns a span that is dimmed. */
export function dim(text: string): Span {
	return { text, style: 'dim' };
}

/**
 * Returns the width of a line in terminal columns: a wide character takes two, a combining one
 * none.
 */
export function widthOf(line: StyledLine): number {
	return line.reduce((width, { text }) => width + columnsOf(text), 0);
}

/** Puts `first` before the first line, and `rest`, of the same width, before the others. */
export function hang(lines: readonly StyledLine[], first: Span, rest: Span): StyledLine[] {
	return lines.map((line, index) =>
		line.length === 0 && rest.text.trim() === '' ? [] : [index === 0 ? first : rest, ...line],
	);
}

/** Puts this many blanks before each line that is not empty. */
export function indent(lines: readonly StyledLine[], columns: number): StyledLine[] {
	const space = plain(' '.repeat(columns));
	return hang(lines, space, space);
}
