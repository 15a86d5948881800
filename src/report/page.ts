import { type Paint, paintLine } from './paint.ts';
import { plain, type Span, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

/**
 * A page of plain text, written block after block with a blank line between two; a block with the
 * name of the one before it continues that one.
 */
export type PlainPage = {
	readonly width: number;
	/** Returns the name of the block that was written last. */
	readonly block: () => string | undefined;
	readonly write: (block: string, lines: readonly StyledLine[]) => string;
	/** Writes a sentence, wrapped, in the colour of what should not have happened. */
	readonly writeWrong: (block: string, sentence: string) => string;
};

/** Creates an empty page of `width` columns. */
export function createPage(width: number, paint: Paint): PlainPage {
	let last: string | undefined;

	function gapBefore(block: string): string {
		const gap = last === undefined || last === block ? '' : '\n';
		last = block;
		return gap;
	}

	return {
		width,
		block: () => last,
		write: (block, lines) =>
			gapBefore(block) + lines.map((line) => `${paintLine(line, paint)}\n`).join(''),
		writeWrong: (block, sentence) => {
			const lines = wrap([plain(sentence)], width).map((line) => paint.wrong(textOf(line)));
			return gapBefore(block) + lines.map((line) => `${line}\n`).join('');
		},
	};
}

function textOf(line: readonly Span[]): string {
	return line.map(({ text }) => text).join('');
}
