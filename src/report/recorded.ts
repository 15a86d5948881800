import type { Origin } from '../engine/origin.ts';
import { describeOrigin, recordedHeading } from './origin.ts';
import { type Paint, paintLine } from './paint.ts';
import { plain, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

/** Columns of the mark in the margin. */
export const marginWidth = 2;

/** Text that was recorded: says so and of what machine, and has a mark in the margin of every line. */
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

/** For a run that is recorded as a whole: what it is, below the title of each lesson. */
export function layoutOrigin(on: Origin, width: number): StyledLine[] {
	return wrap([plain(`${recordedHeading}: ${describeOrigin(on)}.`)], width);
}
