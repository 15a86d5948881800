import type { Origin } from '../../engine/words/origin.ts';
import { originsByLength } from '../../report/origin.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, span } from './line.ts';

/** Where the recorded part of a step begins: that it is one, and of what machine. */
export function recordedLines(on: Origin, { width, boxes }: Drawing): Line[] {
	const rule = boxes ? ` ${'┄'.repeat(Math.max(0, width - heading.length - 4))}` : '';
	const mark = boxes ? [span('┄┄ ', 'dim')] : [];
	return [[...mark, span(heading, 'heading'), span(rule, 'dim')], ...originLines(on, width)];
}

/** Two rows are enough, if need be without the code name of the distribution. */
function originLines(on: Origin, width: number): Line[] {
	const [whole = '', shorter = ''] = originsByLength(on);
	const lines = hanging([], whole, 'plain', width);
	return lines.length > 2 ? hanging([], shorter, 'plain', width) : lines;
}

const heading = 'Recorded on';

/** A heading of what is recorded says so itself, wherever on the screen it comes to stand. */
export function headed(heading: string, { isRecorded }: Drawing): string {
	return isRecorded ? `${heading} · recorded` : heading;
}
