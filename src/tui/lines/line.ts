import sliceAnsi from 'slice-ansi';
import wrapAnsi from 'wrap-ansi';
import { columnsOf } from '../../report/columns.ts';
import type { Style as ProseStyle } from '../../report/markdown.ts';

/** What a piece of text is; `theme.ts` alone knows how that looks. */
export type Style =
	| ProseStyle
	| 'title'
	| 'heading'
	| 'command'
	| 'prompt'
	/** Where the next character goes. */
	| 'cursor'
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
	return line.reduce((width, { text }) => width + columnsOf(text), 0);
}

/** Breaks at words, or anywhere, as `options` say; nothing is lost but, when trimmed, spaces. */
export function wrapped(text: string, width: number, options: Wrapping): string[] {
	const room = Math.max(1, width);
	if (columnsOf(text) <= room && !text.includes('\n')) {
		return [text];
	}
	return wrapAnsi(text, room, { hard: true, ...options }).split('\n');
}

type Wrapping = { readonly wordWrap: boolean; readonly trim: boolean };

/** Text after a mark such as `✓ `; where it continues, it hangs below its own beginning. */
export function hanging(mark: Line, text: string, style: Style, width: number): Line[] {
	const hang = widthOf(mark);
	return wrapped(text, width - hang, { wordWrap: true, trim: true }).map((part, index) => [
		...(index === 0 ? mark : [span(' '.repeat(hang))]),
		span(part, style),
	]);
}

export function indented(lines: readonly Line[], ...prefix: Line): Line[] {
	return lines.map((line) => [...prefix, ...line]);
}

/** Wider than any terminal. */
export const endless = 10_000;

/** Both ends of one row, or undefined where there is no room for both. */
export function justified(left: Line, right: Line, width: number): Line | undefined {
	// Where there is no right edge, the end follows the beginning.
	if (width > endless) {
		return [...left, span(', '), ...right];
	}
	const room = width - widthOf(left) - widthOf(right);
	return room < 2 ? undefined : [...left, span(' '.repeat(room)), ...right];
}

/** The line, ending in `…` where it would be wider than `width`. */
export function cut(line: Line, width: number): Line {
	if (widthOf(line) <= width) {
		return line;
	}
	const kept: Span[] = [];
	let room = width - 1;
	for (const { text, style } of line) {
		if (room <= 0) {
			break;
		}
		const part = beginning(text, room);
		kept.push(span(part, style));
		room -= columnsOf(text);
	}
	return [...kept, span('…', 'dim')];
}

/** As much of the text as fits; a wide character that would stick out is left out. */
function beginning(text: string, room: number): string {
	let part = sliceAnsi(text, 0, room);
	for (let end = room - 1; columnsOf(part) > room; end -= 1) {
		part = sliceAnsi(text, 0, end);
	}
	return part;
}

/** Paragraphs with one empty line between them; those without lines are left out. */
export function sections(...parts: readonly (readonly Line[])[]): Line[] {
	return parts
		.filter((part) => part.length > 0)
		.flatMap((part, index) => (index === 0 ? part : [blank, ...part]));
}

/** Lines below a heading; nothing where there are none. */
export function section(heading: string, lines: readonly Line[], width: number): Line[] {
	return lines.length === 0 ? [] : [...hanging([], heading, 'heading', width), ...lines];
}
