import type { StepState } from '../../engine/run/state.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, indented, span } from './line.ts';
import { missingLines } from './missing.ts';

/**
 * Why a step is not what it should be; nothing where it is.
 * @param reasonAt the step, from 0, that was skipped for the same reason before, if one was
 */
export function outcomeLines(
	{ phase, why, missing, recorded }: StepState,
	reasonAt: number | undefined,
	drawing: Drawing,
): Line[] {
	const { width, unfolded } = drawing;
	switch (phase) {
		case 'failed':
			return [
				...hanging([span('✗ ', 'bad')], 'This step failed', 'bad', width),
				...(why === undefined ? [] : indented(hanging([], why, 'plain', width - 2), span('  '))),
			];
		case 'skipped': {
			const where = drawing.isRecorded && !recorded ? 'where this was recorded' : 'on this machine';
			return reasonAt !== undefined && !unfolded
				? hanging([span('– ', 'heading')], likeStep(reasonAt), 'plain', width)
				: [
						...hanging([span('– ', 'heading')], `Skipped ${where}`, 'heading', width),
						...indented(missingLines(missing, width - 2), span('  ')),
					];
		}
		case 'passed':
		case 'running':
		case 'waiting':
			return [];
	}
}

function likeStep(index: number): string {
	return `Skipped, as step ${index + 1} was: press o for cause and fix`;
}

/** The first of the steps before this one, without a gap, that were skipped for the same reason. */
export function sameReasonAt(steps: readonly StepState[], index: number): number | undefined {
	const reason = reasonOf(steps[index]);
	let first = index;
	while (reason !== '' && reasonOf(steps[first - 1]) === reason) {
		first -= 1;
	}
	return first === index ? undefined : first;
}

function reasonOf(step: StepState | undefined): string {
	return step?.missing.map(({ cause }) => cause).join('\n') ?? '';
}
