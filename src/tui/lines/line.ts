import sliceAnsi from 'slice-ansi';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Style as ProseStyle } from '../../report/markdown.ts';

/** What a piece of text is; `theme.ts` alone knows how that looks. */
export type Style =
	| ProseStyle
	| 'title'
	| 'heading'
	| 'command'
	| 'prompt'
	| 'good'
	| 'bad'
	| 'appeared'
	| 'went'
	| 'changed'
	| 'accent'
	| 'key'
	| 'pill'
	| 'rail-host'
	| 'rail-1'
	| 'rail-2'
	/** One moving character; its text stands for it where nothing moves. */
	| 'spinner';

export type Span = { readonly text: string; readonly style: Style };

/** One row of the screen. */
export type Line = readonly Span[];

export const blank: Line = [];

export function span(text: string, style: Style = 'plain'): Span {
	return { text, style };
}

/** In terminal columns: a wide character takes two, a combining one none. */
export function widthOf(line: Line): number {
	return line.reduce((width, { text }) => width + stringWidth(text), 0);
}

/** Text after a mark such as `✓ `; where it continues, it hangs below its own beginning. */
export function hanging(mark: Line, text: string, style: Style, width: number): Line[] {
	const hang = widthOf(mark);
	return wrapAnsi(text, Math.max(1, width - hang), { hard: true })
		.split('\n')
		.map((part, index) => [...(index === 0 ? mark : [span(' '.repeat(hang))]), span(part, style)]);
}

export function indented(lines: readonly Line[], ...prefix: Line): Line[] {
	return lines.map((line) => [...prefix, ...line]);
}

/** Both ends of one row, or undefined where there is no room for both. */
export function justified(left: Line, right: Line, width: number): Line | undefined {
	const room = width - widthOf(left) - widthOf(right);
	return room < 2 ? undefined : [...left, span(' '.repeat(room)), ...right];
}

/** The line, ending in `…` where it would be wider than `width`. */
export function cut(line: Line, width: number): Line {
	if (widthOf(line) <= width) return line;
	const kept: Span[] = [];
	let room = Math.max(0, width - 1);
	for (const { text, style } of line) {
		kept.push(span(sliceAnsi(text, 0, room), style));
		room -= stringWidth(text);
		if (room <= 0) break;
	}
	return [...kept, span('…', 'dim')];
}

/** Paragraphs with one empty line between them; those without lines are left out. */
export function sections(...parts: readonly (readonly Line[])[]): Line[] {
	return parts
		.filter((part) => part.length > 0)
		.flatMap((part, index) => (index === 0 ? part : [blank, ...part]));
}

/** Lines below a heading; nothing where there are none. */
export function section(heading: string, lines: readonly Line[]): Line[] {
	return lines.length === 0 ? [] : [[span(heading, 'heading')], ...lines];
}
