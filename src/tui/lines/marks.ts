import type { State } from '../../engine/run/state.ts';
import type { Span } from './line.ts';
import { span } from './line.ts';

/** How far a step is, in one character. */
export function markOf({ steps }: State, index: number, current: number): Span {
	const phase = steps[index]?.phase;
	if (phase === 'failed') {
		return span('✗', 'bad');
	}
	if (phase === 'skipped') {
		return span('–', 'dim');
	}
	if (phase === 'passed') {
		return span('✓', index === current ? 'accent' : 'good');
	}
	return index === current ? span('●', 'accent') : span('·', 'dim');
}
