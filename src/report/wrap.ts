import { columnsOf } from './columns.ts';
import { plain, type Span, type StyledLine, widthOf } from './span.ts';

/**
 * Fills lines of at most `width` columns with the words of the spans. Any white space separates
 * words; a newline also ends the line. Code that fits on a line is kept on one, so that a command
 * can be read, and copied, in one piece.
 */
export function wrap(spans: readonly Span[], width: number): StyledLine[] {
	return splitAtNewlines(spans).flatMap((part) => fill(wordsOf(part, width), width));
}

/** Spans with no white space between them. */
type Word = readonly Span[];

function splitAtNewlines(spans: readonly Span[]): Span[][] {
	let part: Span[] = [];
	const parts = [part];
	for (const { text, style } of spans) {
		for (const [index, piece] of text.split('\n').entries()) {
			if (index > 0) {
				part = [];
				parts.push(part);
			}
			part.push({ text: piece, style });
		}
	}
	return parts;
}

function wordsOf(spans: readonly Span[], width: number): Word[] {
	const words: Span[][] = [];
	let word: Span[] | undefined;
	for (const piece of spans.flatMap((span) => piecesOf(span, width))) {
		if (piece.text.trim() === '') {
			word = undefined;
		} else if (word === undefined) {
			word = [piece];
			words.push(word);
		} else {
			word.push(piece);
		}
	}
	return words.flatMap((whole) => (widthOf(whole) > width ? breakWord(whole, width) : [whole]));
}

function piecesOf(span: Span, width: number): Span[] {
	if (span.style === 'code' && columnsOf(span.text) <= width) {
		return [span];
	}
	return span.text
		.split(/(\s+)/)
		.filter((text) => text !== '')
		.map((text) => ({ text, style: span.style }));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks a word anywhere, since there is no better place. */
function breakWord(word: Word, width: number): Word[] {
	let line: Span[] = [];
	const lines = [line];
	for (const { text, style } of word) {
		for (const { segment } of segmenter.segment(text)) {
			if (line.length > 0 && widthOf(line) + columnsOf(segment) > width) {
				line = [];
				lines.push(line);
			}
			line.push({ text: segment, style });
		}
	}
	return lines;
}

function fill(words: readonly Word[], width: number): StyledLine[] {
	let line: Span[] = [];
	const lines = [line];
	for (const word of words) {
		if (line.length > 0 && widthOf(line) + 1 + widthOf(word) > width) {
			line = [];
			lines.push(line);
		}
		line.push(...spaceBetween(line.at(-1), word[0]), ...word);
	}
	return lines.map(joinEqualStyles);
}

function spaceBetween(before: Span | undefined, after: Span | undefined): Span[] {
	if (before === undefined) {
		return [];
	}
	return [before.style === after?.style ? { text: ' ', style: before.style } : plain(' ')];
}

function joinEqualStyles(line: StyledLine): StyledLine {
	const joined: Span[] = [];
	for (const span of line) {
		const last = joined.at(-1);
		if (last?.style === span.style) {
			joined[joined.length - 1] = { text: last.text + span.text, style: span.style };
		} else {
			joined.push(span);
		}
	}
	return joined;
}
