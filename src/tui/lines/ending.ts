import type { State } from '../../engine/state.ts';
import type { LessonSummary } from '../course.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';
import { markOf } from './marks.ts';

/** The last page of a lesson. */
export function endingLines(state: State, next: LessonSummary | undefined, width: number): Line[] {
	const { lesson } = state;
	const steps = lesson?.steps ?? [];
	return sections(
		hanging([span('✓ ', 'good')], `${lesson?.title ?? ''}: finished`, 'heading', width),
		steps.flatMap(({ title }, index) =>
			hanging([span('  '), markOf(state, index, -1), span(' ')], title, 'plain', width),
		),
		hanging([], tally(state), 'dim', width),
		next
			? hanging([span('Next: ', 'dim')], `${next.number}  ${next.title}`, 'strong', width)
			: hanging([], 'This was the last lesson. Thank you for reading this far.', 'plain', width),
	);
}

function tally({ steps }: State): string {
	const count = (phase: string) => steps.filter((step) => step.phase === phase).length;
	const parts = [
		[count('passed'), 'passed'],
		[count('failed'), 'failed'],
		[count('skipped'), 'skipped'],
	] as const;
	return `${parts
		.filter(([number]) => number > 0)
		.map(([number, word]) => `${number} ${number === 1 ? 'step' : 'steps'} ${word}`)
		.join(', ')}.`;
}
