import type { StepState } from '../../engine/state.ts';
import { changeLines } from './change.ts';
import { checkLines } from './checks.ts';
import type { Content } from './content.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { hanging, indented, section, sections, span } from './line.ts';
import { missingLines } from './missing.ts';
import { proseLines } from './prose.ts';
import { terminalLines, untypedLines } from './terminal.ts';

/**
 * A step from its title to what it is like elsewhere.
 * @param opening what comes before the first step
 * @param change what the step has changed, where that has no pane of its own
 */
export function stepContent(
	step: StepState,
	opening: readonly Line[],
	change: readonly Line[],
	drawing: Drawing,
): Content {
	const { width } = drawing;
	const story = sections(
		opening,
		hanging([], step.started.title, 'title', width),
		proseLines(step.started.prose, width),
	);
	const typed = sections(story, terminalLines(step, drawing));
	const lines = sections(
		typed,
		outcomeLines(step, width),
		section('Checked', checkLines(step.checks, width), width),
		change,
		section('Why', step.explanation ? proseLines(step.explanation, width) : [], width),
		elsewhereLines(step, drawing),
	);
	return { lines, fresh: story.length, shown: typed.length };
}

/** What is different after the step. */
export function changeSection({ difference }: StepState, width: number): Line[] {
	return section('Before and after', difference ? changeLines(difference, width) : [], width);
}

function outcomeLines({ phase, why, missing }: StepState, width: number): Line[] {
	switch (phase) {
		case 'failed':
			return [
				...hanging([span('✗ ', 'bad')], 'This step failed', 'bad', width),
				...(why === undefined ? [] : indented(hanging([], why, 'plain', width - 2), span('  '))),
			];
		case 'skipped':
			return [
				...hanging([span('– ', 'heading')], 'Skipped on this machine', 'heading', width),
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
	return section(title, untypedLines(elsewhere.commands, drawing), drawing.width);
}
