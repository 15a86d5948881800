import type { Origin } from '../../engine/origin.ts';
import { describeOrigin } from '../../report/origin.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, span } from './line.ts';

/** Where the recorded part of a step begins: that it is one, and of what machine. */
export function recordedLines(on: Origin, { width, boxes }: Drawing): Line[] {
	const rule = boxes ? ` ${'┄'.repeat(Math.max(0, width - heading.length - 4))}` : '';
	const mark = boxes ? [span('┄┄ ', 'dim')] : [];
	return [
		[...mark, span(heading, 'heading'), span(rule, 'dim')],
		...hanging([], describeOrigin(on), 'plain', width),
	];
}

const heading = 'Recorded on';

/** A heading of what is recorded says so itself, wherever on the screen it comes to stand. */
export function headed(heading: string, { isRecorded }: Drawing): string {
	return isRecorded ? `${heading} · recorded` : heading;
}
