import type { StepState } from '../../engine/run/state.ts';
import { layoutQuestion, layoutVerdict, letterOf } from '../../report/question.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { section } from './line.ts';
import { headed } from './recorded.ts';

/**
 * What the learner is asked before the step runs; nothing where it does not run here. Once it has run
 * without an answer, the answers have no keys any more.
 * @param chosen the index of the answer that is chosen and not given yet
 */
export function questionLines(
	{ started: { question }, phase, prediction }: StepState,
	chosen: number | undefined,
	{ width, boxes }: Drawing,
): readonly Line[] {
	if (question === undefined || phase === 'skipped') {
		return [];
	}
	const isOver = phase !== 'waiting' && prediction === undefined;
	// What has been read aloud stays as it was, or it would be read again.
	const nameOf = isOver && boxes ? () => '·' : letterOf;
	return layoutQuestion(question, prediction ?? chosen, width, nameOf);
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
