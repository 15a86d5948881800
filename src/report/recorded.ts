import type { Origin } from '../engine/words/origin.ts';
import { describeOrigin, recordedHeading } from './origin.ts';
import { type Paint, paintLine } from './paint.ts';
import { plain, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

/** The width of the margin with its mark, in columns. */
export const marginWidth = 2;

/**
 * Returns text that was recorded, with a heading that says so and names the machine, and a mark in
 * the margin of every line.
 */
export function layoutRecorded(text: string, on: Origin, width: number, paint: Paint): string {
	const inner = width - marginWidth;
	const rule = paint.dim(`┄ ${recordedHeading} `.padEnd(width - 1, '┄'));
	const head = wrap([plain(`On ${describeOrigin(on)}:`)], inner);
	const lines = [...head.map((line) => paintLine(line, paint)), '', ...text.trim().split('\n')];
	return `${[`${paint.dim('┆')}${rule}`, ...lines.map(marked)].join('\n')}\n`;

	function marked(line: string): string {
		return `${paint.dim('┆')} ${line}`.trimEnd();
	}
}

/**
 * Returns the lines that say that a whole run is recorded, and on what machine; they stand below
 * the title of each lesson.
 */
export function layoutOrigin(on: Origin, width: number): StyledLine[] {
	return wrap([plain(`${recordedHeading}: ${describeOrigin(on)}.`)], width);
}
