import stringWidth from 'string-width';

export type Style = 'plain' | 'code' | 'strong' | 'emphasis' | 'dim' | 'link';

/** A piece of a line in one style, without line breaks. */
export type Span = { readonly text: string; readonly style: Style };

/** One line of a page; empty for a blank line. What the styles look like is the drawer's affair. */
export type StyledLine = readonly Span[];

export function plain(text: string): Span {
	return { text, style: 'plain' };
}

export function dim(text: string): Span {
	return { text, style: 'dim' };
}

/** In terminal columns: a wide character takes two, a combining one none. */
export function widthOf(line: StyledLine): number {
	return line.reduce((width, { text }) => width + stringWidth(text), 0);
}

/** Puts `first` before the first line and `rest`, of the same width, before the others. */
export function hang(lines: readonly StyledLine[], first: Span, rest: Span): StyledLine[] {
	return lines.map((line, index) =>
		line.length === 0 && rest.text.trim() === '' ? [] : [index === 0 ? first : rest, ...line],
	);
}

export function indent(lines: readonly StyledLine[], columns: number): StyledLine[] {
	const space = plain(' '.repeat(columns));
	return hang(lines, space, space);
}
