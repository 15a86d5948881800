import type { State, StepState } from '../../engine/state.ts';
import { layoutMarkdown } from '../../report/markdown.ts';
import { changeLines } from './change.ts';
import { checkLines } from './checks.ts';
import type { Content } from './content.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, indented, sections, span } from './line.ts';
import { missingLines } from './missing.ts';
import { terminalLines, untypedLines } from './terminal.ts';

/** A step in one pane, from its title to what it is like elsewhere. */
export function stepContent(state: State, step: StepState, drawing: Drawing): Content {
	return compose(state, step, drawing, [evidenceLines(step, drawing)]);
}

/** The same without what the step has changed, which stands in a pane of its own. */
export function storyContent(state: State, step: StepState, drawing: Drawing): Content {
	return compose(state, step, drawing, []);
}

/** What was checked, and what is different after the step. */
export function evidenceLines(step: StepState, drawing: Drawing): Line[] {
	const { checks, difference } = step;
	return sections(
		section('Before and after', difference ? changeLines(difference, drawing.width) : []),
		section('Checked', checkLines(checks, drawing.width)),
	);
}

function compose(
	state: State,
	step: StepState,
	drawing: Drawing,
	evidence: readonly Line[][],
): Content {
	const { width } = drawing;
	const story = sections(
		step.started.index === 0 ? openingLines(state, drawing) : [],
		hanging([], step.started.title, 'title', width),
		layoutMarkdown(step.started.prose, width),
	);
	const typed = sections(story, terminalLines(step, drawing));
	const lines = sections(
		typed,
		outcomeLines(step, width),
		...evidence,
		section('Why', step.explanation ? layoutMarkdown(step.explanation, width) : []),
		elsewhereLines(step, drawing),
	);
	const fresh = typed.length > story.length ? story.length + 1 : story.length;
	return { lines, fresh, shown: typed.length };
}

/** What comes before the first step: the story so far, and what was typed to get here. */
function openingLines({ lesson, setup }: State, drawing: Drawing): Line[] {
	return sections(
		lesson ? layoutMarkdown(lesson.intro, drawing.width) : [],
		section('Already typed, to get to where this lesson begins', untypedLines(setup, drawing)),
	);
}

function outcomeLines({ phase, why, missing }: StepState, width: number): Line[] {
	switch (phase) {
		case 'failed':
			return [
				[span('✗ ', 'bad'), span('This step failed', 'bad')],
				...(why === undefined ? [] : indented(hanging([], why, 'plain', width - 2), span('  '))),
			];
		case 'skipped':
			return [
				[span('– ', 'heading'), span('Skipped on this machine', 'heading')],
				...indented(missingLines(missing, width - 2), span('  ')),
			];
		case 'passed':
		case 'running':
		case 'waiting':
			return [];
	}
}

function elsewhereLines({ started }: StepState, drawing: Drawing): Line[] {
	const { elsewhere } = started;
	if (!elsewhere) return [];
	const title = `The same on a machine with cgroup ${elsewhere.version}`;
	return section(title, untypedLines(elsewhere.commands, drawing));
}

function section(title: string, lines: readonly Line[]): Line[] {
	return lines.length === 0 ? [] : [[span(title, 'heading')], ...lines];
}
