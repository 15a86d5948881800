import wrapAnsi from 'wrap-ansi';
import type { CommandState, StepState } from '../../engine/state.ts';
import { promptOf } from '../../report/prompt.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { justified, span } from './line.ts';
import { expandTabs, outputLines } from './output.ts';

/** The prompt, what is typed, what it printed, and how it ended. */
export function commandLines(
	command: CommandState,
	phase: StepState['phase'],
	drawing: Drawing,
): Line[] {
	const { started, output, exited } = command;
	return [
		...endingBeside(typedLines(started.text, started.directory, drawing.width), exited, drawing),
		...outputLines(output, exited?.dropped ?? 0, drawing.width, drawing.unfolded),
		...endingBelow(exited, phase, drawing),
	];
}

/**
 * A command exactly as it is typed. It is never shortened: where it is too wide it goes on below.
 * @param directory undefined where it is not known yet, before the line is typed
 */
export function typedLines(text: string, directory: string | undefined, width: number): Line[] {
	return text.split('\n').flatMap((part, index) => {
		const prompt = index > 0 ? '> ' : directory === undefined ? '# ' : promptOf(directory);
		return breakAtWords(expandTabs(part), width - prompt.length).map((row, place): Line => [
			place === 0 ? span(prompt, 'prompt') : span(' '.repeat(prompt.length)),
			span(row, 'command'),
		]);
	});
}

/** Words stay whole where they can; no space is lost. */
function breakAtWords(text: string, width: number): string[] {
	return wrapAnsi(text, Math.max(1, width), { hard: true, trim: false }).split('\n');
}

/** An ending without news stands at the end of the command's own row. */
function endingBeside(
	rows: readonly Line[],
	exited: CommandState['exited'],
	{ width }: Drawing,
): Line[] {
	const ending = exited && quietEnding(exited);
	if (ending === undefined) return [...rows];
	const last = justified(rows.at(-1) ?? [], [span(ending, 'dim')], width);
	return last ? [...rows.slice(0, -1), last] : [...rows, [span(`  ${ending}`, 'dim')]];
}

function endingBelow(
	exited: CommandState['exited'],
	phase: StepState['phase'],
	{ elapsed }: Drawing,
): Line[] {
	if (!exited) return [[span('⋯', 'spinner'), span(` running, ${elapsed} s`, 'dim')]];
	if (quietEnding(exited) !== undefined) return [];
	const expected = phase === 'passed' ? ', as expected' : '';
	return [
		[span(`exit ${exited.exit}`, 'strong'), span(`${tookOf(exited.seconds)}${expected}`, 'dim')],
	];
}

type Exited = NonNullable<CommandState['exited']>;

function quietEnding({ exit, shell, seconds }: Exited): string | undefined {
	if (shell === 'entered') return 'now inside';
	if (shell === 'left') return `exit ${exit}, back outside`;
	return exit === 0 ? `exit 0${tookOf(seconds)}` : undefined;
}

function tookOf(seconds: number): string {
	return seconds < 1 ? '' : ` after ${seconds.toFixed(1)} s`;
}
