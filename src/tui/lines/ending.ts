import type { State } from '../../engine/run/state.ts';
import { counted } from '../../report/outcome.ts';
import type { Model } from '../model.ts';
import { isFinished, nextLesson, recordedOf } from '../model.ts';
import type { Line } from './line.ts';
import { hanging, sections, span } from './line.ts';
import { markOf } from './marks.ts';

/** The last page of a lesson; the steps, which may be many, stand at its end. */
export function endingLines(model: Model, width: number): Line[] {
	const { state } = model;
	const steps = state.lesson?.steps ?? [];
	return sections(
		hanging([span('✓ ', 'good')], `${state.lesson?.title ?? ''}: finished`, 'heading', width),
		hanging([], tally(state, model.course.recordedOn !== undefined), 'dim', width),
		whatNext(model, width),
		steps.flatMap(({ title }, index) =>
			hanging([span('  '), markOf(state, index, -1), span(' ')], title, 'plain', width),
		),
	);
}

function tally({ steps }: State, isRecorded: boolean): string {
	const count = (phase: string) => steps.filter((step) => step.phase === phase).length;
	const recorded = steps.filter((step) => recordedOf(step)).length;
	const shown = recorded === 0 ? '' : ` (${recorded} shown from a recording)`;
	const parts = [
		[count('passed'), 'passed'],
		[count('failed'), 'failed'],
		[count('skipped'), `skipped${shown}`],
	] as const;
	return `${parts
		.filter(([number]) => number > 0)
		.map(([number, word]) => `${counted(number, 'step')} ${word}`)
		.join(', ')}${isRecorded ? ', where it was recorded' : ''}.`;
}

/** The next lesson; after the last one the farewell, and what was left out. */
function whatNext(model: Model, width: number): Line[] {
	const next = nextLesson(model);
	if (next) {
		return hanging([span('Next: ', 'dim')], `${next.number}  ${next.title}`, 'strong', width);
	}
	const left = model.course.lessons.filter((lesson) => !isFinished(model, lesson));
	const titles = left.map(({ number, title }) => `${number} ${title}`).join(', ');
	return sections(
		hanging([], 'That was the last lesson.', 'heading', width),
		hanging([], farewell, 'plain', width),
		takeHome(width),
		left.length > 0 ? hanging([span('Not finished yet: ', 'dim')], titles, 'plain', width) : [],
	);
}

/** A line to be copied; where there is no room for it, broken as a shell lets one. */
function takeHome(width: number): Line[] {
	const line = ['npx containers-under-the-hood export container', '> container.sh'];
	const whole = line.join(' ');
	return [
		...hanging([], 'Your own container, as a script of a hundred lines:', 'dim', width),
		...(whole.length + 2 <= width ? [whole] : [line.join(' \\\n    ')])
			.flatMap((text) => text.split('\n'))
			.map((text) => [span('  '), span(text, 'command')]),
	];
}

const farewell =
	'You have seen what a container is made of: processes that see less and may take less, and nothing else. Thank you for reading this far, and farewell.';
