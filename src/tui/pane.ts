import type { Content } from './lines/content.ts';
import { blank } from './lines/line.ts';
import type { Scroll } from './open-lesson.ts';

/** A window of some lines. */
export type Pane = Content & {
	readonly width: number;
	readonly height: number;
	/** The first line that is visible. */
	readonly top: number;
};

type Shape = { readonly width: number; readonly height: number };

/** @param news where `fresh` leads: to the beginning, to what a step has brought, or to the end */
export function paneOf(
	content: Content,
	{ width, height }: Shape,
	scroll: Scroll,
	news: 'beginning' | 'fresh' | 'end' = 'beginning',
): Pane {
	const last = Math.max(0, content.lines.length - height);
	// The empty line above it is worth a row only where there are enough.
	const fresh = content.fresh < last ? content.fresh + 1 : content.fresh;
	const end = content.shown > 0 ? content.shown - height : last;
	const wanted = { beginning: 0, fresh, end };
	const top = scroll === 'fresh' ? wanted[news] : scroll;
	return { ...content, width, height, top: Math.max(0, Math.min(top, last)) };
}

/** Scrolls as little as possible to have this line in the middle of the window, or near it. */
export function centred(content: Content, shape: Shape, line: number): Pane {
	return paneOf(content, shape, line - Math.floor(shape.height / 2));
}

/**
 * Without empty lines, the first ones first, where one or two rows too many can be had by that: such
 * rows are not worth a key. Empty lines of what a command printed are never left out.
 */
export function tight(content: Content, { height }: Shape): Content {
	const excess = content.lines.length - height;
	const empty = content.lines.flatMap((line, place) => (line.length === 0 ? [place] : []));
	if (excess < 1 || excess > 2 || empty.length < excess) {
		return content;
	}
	const left = new Set(empty.slice(0, excess));
	const before = (end: number) => [...left].filter((place) => place < end).length;
	return {
		lines: content.lines.filter((_, place) => !left.has(place)),
		fresh: content.fresh - before(content.fresh),
		shown: content.shown - before(content.shown),
	};
}

export function withSpaceAbove({ lines, fresh, shown }: Content): Content {
	return { lines: [blank, ...lines], fresh: fresh + 1, shown: shown + 1 };
}

export function linesAbove({ top }: Pane): number {
	return top;
}

export function linesBelow({ lines, top, height }: Pane): number {
	return Math.max(0, lines.length - top - height);
}

/** All that comes before what is to run has been in sight, or is: with it the question and its answers. */
export function hasShownStory({ top, height, fresh }: Pane): boolean {
	return top + height >= fresh;
}

export function canScroll(pane: Pane): boolean {
	return pane.lines.length > pane.height;
}
