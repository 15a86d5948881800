import type { CommandState, StepState } from '../../engine/run/state.ts';
import { promptOf } from '../../report/prompt.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { endless, hanging, justified, span, wrapped } from './line.ts';
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
		const prompt = index > 0 ? '> ' : promptIn(directory, width);
		const rows = wrapped(expandTabs(part), width - prompt.length, { wordWrap: true, trim: false });
		return rows.map((row, place): Line => [
			place === 0 ? span(prompt, 'prompt') : span(' '.repeat(prompt.length)),
			span(row, 'command'),
		]);
	});
}

/** Where the path would take the room of the command, it is left out. */
function promptIn(directory: string | undefined, width: number): string {
	const prompt = directory === undefined ? '# ' : promptOf(directory);
	return prompt.length > width / 2 ? '# ' : prompt;
}

/** An ending without news stands at the end of the command's own row. */
function endingBeside(
	rows: readonly Line[],
	exited: CommandState['exited'],
	{ width }: Drawing,
): Line[] {
	const ending = exited && isBeside(width) ? quietEnding(exited) : undefined;
	if (ending === undefined) {
		return [...rows];
	}
	const last = justified(rows.at(-1) ?? [], [span(ending, 'dim')], width);
	return last
		? [...rows.slice(0, -1), last]
		: [...rows, ...hanging([span('  ')], ending, 'dim', width)];
}

function endingBelow(
	exited: CommandState['exited'],
	phase: StepState['phase'],
	{ elapsed, width }: Drawing,
): Line[] {
	if (!exited) {
		return hanging([span('⋯', 'spinner')], ` running, ${elapsed} s`, 'dim', width);
	}
	const quiet = quietEnding(exited);
	if (quiet !== undefined) {
		return isBeside(width) ? [] : [[span(quiet, 'dim')]];
	}
	const expected = phase === 'passed' ? ', as expected' : '';
	const exit = [span(`exit ${exited.exit}`, 'strong')];
	return hanging(exit, `${tookOf(exited.seconds)}${expected}`, 'dim', width);
}

/** What is read in lines has an order: what was printed comes before the ending. */
function isBeside(width: number): boolean {
	return width < endless;
}

type Exited = NonNullable<CommandState['exited']>;

function quietEnding({ exit, shell, seconds }: Exited): string | undefined {
	if (shell === 'entered') {
		return 'now inside';
	}
	if (shell === 'left') {
		return `exit ${exit}, back outside`;
	}
	return exit === 0 ? `exit 0${tookOf(seconds)}` : undefined;
}

function tookOf(seconds: number): string {
	return seconds < 1 ? '' : ` after ${seconds.toFixed(1)} s`;
}
