import { layoutMarkdown } from '../../report/markdown.ts';
import type { Line } from './line.ts';

/** Markdown in lines. The same few texts are drawn again with every key and every line of output. */
export function proseLines(markdown: string, width: number): readonly Line[] {
	const key = `${width} ${markdown}`;
	const known = drawn.get(key);
	if (known) {
		return known;
	}
	if (drawn.size >= enough) {
		drawn.clear();
	}
	const lines = layoutMarkdown(markdown, width);
	drawn.set(key, lines);
	return lines;
}

const drawn = new Map<string, readonly Line[]>();
const enough = 100;
