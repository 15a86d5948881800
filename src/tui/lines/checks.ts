import type { EventOf } from '../../engine/words/event.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, section, span } from './line.ts';
import { headed } from './recorded.ts';

/** What the lesson expected, held against what was seen. Where all of it held, one line says so. */
export function checkLines(checks: readonly EventOf<'checked'>[], drawing: Drawing): Line[] {
	const { width, unfolded } = drawing;
	if (canFold(checks) && !unfolded) {
		const all = checks.length === 2 ? 'both' : `all ${checks.length}`;
		return hanging(
			[span('✓ ', 'good')],
			`${all} checks passed${drawing.isRecorded ? ' there' : ''}`,
			'plain',
			width,
		);
	}
	const lines = checks.flatMap(({ expectation, seen, held }) =>
		held
			? hanging([span('✓ ', 'good')], expectation, 'plain', width)
			: [
					...hanging([span('✗ ', 'bad'), span('expected: ', 'dim')], expectation, 'plain', width),
					...hanging([span('      seen: ', 'dim')], seen, 'strong', width),
				],
	);
	return section(headed('Checked', drawing), lines, width);
}

/** One that held takes no more room than to say so. */
export function canFold(checks: readonly EventOf<'checked'>[]): boolean {
	return checks.length > 1 && checks.every(({ held }) => held);
}
