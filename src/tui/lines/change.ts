import type { Difference } from '../../engine/judge/difference.ts';
import { layoutDifference } from '../../report/difference.ts';
import type { StyledLine } from '../../report/markdown.ts';
import { type Line, type Style, widthOf } from './line.ts';

/** What the step changed on this machine; `+` appeared, `-` went, `~` changed. */
export function changeLines(difference: Difference, width: number): Line[] {
	let row: { readonly style: Style; readonly column: number } | undefined;
	return layoutDifference(difference, width).map((line) => {
		const place = line.findIndex(({ text }) => signs.has(text));
		const style = signs.get(line[place]?.text ?? '');
		if (style === undefined) {
			return row && goesOn(line, row.column) ? colourAll(line, row.style) : line;
		}
		row = { style, column: widthOf(line.slice(0, place)) };
		return colourSign(line, place, style);
	});
}

/** What stands behind a sign may be too long for one line; its detail stands further in. */
function goesOn(line: StyledLine, column: number): boolean {
	const text = line.map((span) => span.text).join('');
	const isSubject = line.every(({ style }) => style !== 'dim');
	return isSubject && text.length - text.trimStart().length === column + signWidth;
}

/** The sign and what it stands before take its colour. */
function colourSign(line: StyledLine, place: number, style: Style): Line {
	return line.map((span, index) =>
		index === place || index === place + 1 ? { ...span, style } : span,
	);
}

function colourAll(line: StyledLine, style: Style): Line {
	return line.map((span) => ({ ...span, style }));
}

const signWidth = 2;
const signs: ReadonlyMap<string, Style> = new Map([
	['+ ', 'appeared'],
	['- ', 'went'],
	['~ ', 'changed'],
]);
