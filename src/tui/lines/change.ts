import type { Difference } from '../../engine/difference.ts';
import { layoutDifference } from '../../report/difference.ts';
import type { StyledLine } from '../../report/markdown.ts';
import type { Line, Style } from './line.ts';

/** What the step changed on this machine; `+` appeared, `-` went, `~` changed. */
export function changeLines(difference: Difference, width: number): Line[] {
	let style: Style | undefined;
	return layoutDifference(difference, width).map((line) => {
		const place = line.findIndex(({ text }) => signs.has(text));
		if (place < 0) return style === undefined ? line : colourRest(line, style);
		style = signs.get(line[place]?.text ?? '') ?? 'plain';
		return colourSign(line, place, style);
	});
}

/** The sign and what it stands before take its colour. */
function colourSign(line: StyledLine, place: number, style: Style): Line {
	return line.map((span, index) =>
		index === place || index === place + 1 ? { ...span, style } : span,
	);
}

/** What stands behind a sign may be too long for one line; it goes on in the colour it began in. */
function colourRest(line: StyledLine, style: Style): Line {
	return line.map((span) => (span.style === 'code' ? { ...span, style } : span));
}

const signs: ReadonlyMap<string, Style> = new Map([
	['+ ', 'appeared'],
	['- ', 'went'],
	['~ ', 'changed'],
]);
