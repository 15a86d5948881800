import type { StepState } from '../../engine/run/state.ts';
import type { Draft } from '../draft.ts';
import { shownStep } from '../model.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, section, sections, span } from './line.ts';
import { proseLines } from './prose.ts';
import { headed } from './recorded.ts';
import { ranLines, untypedLines } from './terminal.ts';

/** Whether what is to be typed would give a challenge away. */
export function isHidden({ started, phase }: StepState): boolean {
	return started.task?.kind === 'challenge' && phase === 'waiting';
}

/** What takes the place of the commands of a challenge. */
export function turnLines(_: StepState, { width, isRecorded }: Drawing): Line[] {
	const words = isRecorded
		? 'A challenge: think how you would do it, then see one way.'
		: 'Your turn, in a way of your own: v opens a shell, in a terminal that you choose. Enter looks whether it is done.';
	return hanging([span('❯ ', 'accent')], words, 'heading', width);
}

/** The hints that were asked for. */
export function hintLines(
	{ started, phase }: StepState,
	{ hints }: Draft,
	{ width }: Drawing,
): Line[] {
	const all = started.task?.hints ?? [];
	if (phase !== 'waiting') {
		return [];
	}
	return all
		.slice(0, hints)
		.flatMap((hint, index) =>
			section(`Hint ${index + 1} of ${all.length}`, proseLines(hint, width), width),
		);
}

/** The last attempt: what was asked for, and what was seen. */
export function triedLines({ tried, phase }: StepState, drawing: Drawing): Line[] {
	if (!tried || phase !== 'waiting') {
		return [];
	}
	const { width } = drawing;
	const wanted = tried.checks.flatMap(({ expectation, seen, held }) =>
		held
			? hanging([span('✓ ', 'good')], expectation, 'plain', width)
			: [
					...hanging(
						[span('· ', 'changed'), span('asked for: ', 'dim')],
						expectation,
						'plain',
						width,
					),
					...hanging([span('       seen: ', 'dim')], seen, 'strong', width),
				],
	);
	const heading = tried.count <= 1 ? 'Not yet' : `Not yet (attempt ${tried.count})`;
	const why = tried.why === undefined ? [] : hanging([], tried.why, 'plain', width);
	return sections(
		ranLines(tried.commands, drawing),
		section(heading, why.length > 0 ? why : wanted, width),
	);
}

/** One way to do a challenge, for who has done it in a way of their own. */
export function wayLines(step: StepState, drawing: Drawing): Line[] {
	const { started, phase, commands } = shownStep(step);
	const isOwn = started.task?.kind === 'challenge' && phase === 'passed' && commands.length === 0;
	if (!isOwn) {
		return [];
	}
	const lines = untypedLines(started.commands, drawing);
	return section(headed('One way to do it', drawing), lines, drawing.width);
}
