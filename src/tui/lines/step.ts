import type { StepState } from '../../engine/run/state.ts';
import type { Draft } from '../draft.ts';
import { recordedOf, shownStep } from '../model.ts';
import { changeLines } from './change.ts';
import { checkLines } from './checks.ts';
import type { Content } from './content.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, section, sections } from './line.ts';
import { outcomeLines } from './outcome.ts';
import { questionLines, verdictLines } from './question.ts';
import { headed, recordedLines } from './recorded.ts';
import { proseLines } from './prose.ts';
import { hintLines, isHidden, triedLines, turnLines, wayLines } from './task.ts';
import { terminalLines, untypedLines } from './terminal.ts';

export type StepContext = {
	/** What comes before the first step. */
	readonly opening: readonly Line[];
	/** What the step has changed, where that has no pane of its own. */
	readonly change: readonly Line[];
	/** The step, from 0, that was skipped for the same reason before, if one was. */
	readonly reasonAt: number | undefined;
	/** The index of the answer that is chosen and not given yet. */
	readonly chosen: number | undefined;
	/** What the learner does before it runs. */
	readonly draft: Draft;
};

/** A step from its title to what it is like elsewhere. */
export function stepContent(
	step: StepState,
	{ opening, change, reasonAt, chosen, draft }: StepContext,
	drawing: Drawing,
): Content {
	const { width } = drawing;
	const { started, checks, explanation } = shownStep(step);
	// Why a recording is shown, and what would help, comes before the recording.
	const outcome = outcomeLines(step, reasonAt, drawing);
	const recorded = recordedOf(step);
	const [first, last] = recorded ? [outcome, []] : [[], outcome];
	const story = sections(
		opening,
		hanging([], started.title, 'title', width),
		first,
		recorded ? recordedLines(recorded.on, drawing) : [],
		proseLines(started.prose, width),
		questionLines(step, chosen, drawing),
	);
	const typed = sections(
		story,
		triedLines(step, drawing),
		hintLines(step, draft, drawing),
		isHidden(step) ? turnLines(step, drawing) : terminalLines(shownStep(step), drawing, draft),
	);
	const lines = sections(
		typed,
		last,
		checkLines(checks, drawing),
		change,
		verdictLines(step, drawing),
		section(headed('Why', drawing), explanation ? proseLines(explanation, width) : [], width),
		wayLines(step, drawing),
		otherSpellingLines(shownStep(step), { ...drawing, isRecorded: false }),
	);
	return { lines, fresh: story.length, shown: typed.length };
}

/** What is different after the step. */
export function changeSection(step: StepState, drawing: Drawing): Line[] {
	const { difference } = shownStep(step);
	const lines = difference ? changeLines(difference, drawing.width) : [];
	return section(headed('Before and after', drawing), lines, drawing.width);
}

function otherSpellingLines(step: StepState, drawing: Drawing): Line[] {
	const { started } = step;
	const { elsewhere } = started;
	if (!elsewhere || isHidden(step)) {
		return [];
	}
	const title = `The same on a machine with cgroup ${elsewhere.version}`;
	return section(title, untypedLines(elsewhere.commands, drawing), drawing.width);
}
