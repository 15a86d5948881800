import type { Difference } from '../../engine/difference.ts';
import { layoutDifference } from '../../report/difference.ts';
import type { StyledLine } from '../../report/markdown.ts';
import type { Line, Style } from './line.ts';

/** What the step changed on this machine; `+` appeared, `-` went, `~` changed. */
export function changeLines(difference: Difference, width: number): Line[] {
	return layoutDifference(difference, width).map(colourSign);
}

/** The sign and what it stands before take its colour. */
function colourSign(line: StyledLine): Line {
	const place = line.findIndex(({ text }) => signs.has(text));
	const style = signs.get(line[place]?.text ?? '');
	if (!style) return line;
	return line.map((span, index) =>
		index === place || index === place + 1 ? { ...span, style } : span,
	);
}

const signs: ReadonlyMap<string, Style> = new Map([
	['+ ', 'appeared'],
	['- ', 'went'],
	['~ ', 'changed'],
]);
