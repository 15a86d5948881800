import type { StepState } from '../../engine/state.ts';
import { layoutQuestion, layoutVerdict } from '../../report/question.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { section } from './line.ts';
import { headed } from './recorded.ts';

/**
 * What the learner is asked before the step runs; nothing where it does not run here.
 * @param chosen the index of the answer that is chosen and not given yet
 */
export function questionLines(
	{ started: { question }, phase, prediction }: StepState,
	chosen: number | undefined,
	{ width }: Drawing,
): readonly Line[] {
	return question === undefined || phase === 'skipped'
		? []
		: layoutQuestion(question, prediction ?? chosen, width);
}

/** What was said, held against what happened. */
export function verdictLines(step: StepState, drawing: Drawing): Line[] {
	const { question } = step.started;
	const lines =
		question === undefined || step.phase !== 'passed'
			? []
			: layoutVerdict(question, step.prediction, drawing.width);
	return section(headed('The question', drawing), lines, drawing.width);
}
