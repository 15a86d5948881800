import type { EventOf } from '../../engine/event.ts';
import type { Line } from './line.ts';
import { hanging, span } from './line.ts';

/** What the lesson expected, held against what was seen. */
export function checkLines(checks: readonly EventOf<'checked'>[], width: number): Line[] {
	return checks.flatMap(({ expectation, seen, held }) =>
		held
			? hanging([span('✓ ', 'good')], expectation, 'plain', width)
			: [
					...hanging([span('✗ ', 'bad'), span('expected: ', 'dim')], expectation, 'plain', width),
					...hanging([span('      seen: ', 'dim')], seen, 'strong', width),
				],
	);
}
