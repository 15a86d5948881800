import type { TypedLine } from '../../engine/words/event.ts';
import type { StepState } from '../../engine/run/state.ts';
import type { Draft } from '../draft.ts';
import { commandLines, typedLines } from './command.ts';
import type { Drawing } from './drawing.ts';
import type { Line, Style } from './line.ts';
import { editedLines } from './edited.ts';
import { cut, hanging, indented, span } from './line.ts';
import { headed } from './recorded.ts';

/** The step's terminals with what is typed into them, in its order, like windows on a desk. */
export function terminalLines(step: StepState, drawing: Drawing, draft?: Draft): Line[] {
	if (step.phase === 'skipped') {
		return untypedLines(step.started.commands, drawing);
	}
	const inner = innerOf(drawing);
	const typed = step.commands.map((command) => ({
		terminal: command.started.terminal,
		lines: commandLines(command, step.phase, inner),
	}));
	const coming = comingOf(step).map(({ terminal, text, editable }) => ({
		terminal,
		lines: editable
			? editableLines(text, draft, step.phase, inner.width)
			: typedLines(text, undefined, inner.width),
	}));
	return windowLines([...typed, ...coming], drawing);
}

/** Commands that ran, in their terminals. */
export function ranLines(commands: StepState['commands'], drawing: Drawing): Line[] {
	const ran = commands.map((command) => ({
		terminal: command.started.terminal,
		lines: commandLines(command, 'failed', innerOf(drawing)),
	}));
	return windowLines(ran, drawing);
}

/** A line that the learner may change, as it is now, and below it that they may. */
function editableLines(
	text: string,
	draft: Draft | undefined,
	phase: StepState['phase'],
	width: number,
): Line[] {
	const line = draft?.line;
	if (line?.hasKeys) {
		return editedLines(line.editor, width);
	}
	const rows = typedLines(line?.editor.text ?? text, undefined, width);
	const note = 'This line is yours to change: press e.';
	return phase === 'waiting' && draft
		? [...rows, ...hanging([span('  ')], note, 'dim', width)]
		: rows;
}

/** Lines that are only told about; quieter, so that nobody takes them for what is going to run. */
export function untypedLines(commands: readonly TypedLine[], drawing: Drawing): Line[] {
	return windowLines(untyped(commands, innerOf(drawing).width), drawing).map((line) =>
		line.map(({ text, style }) => span(text, style === 'command' ? 'plain' : 'dim')),
	);
}

/** What is going to be typed. */
function comingOf({ phase, started, commands }: StepState): readonly TypedLine[] {
	return phase === 'passed' || phase === 'failed' ? [] : started.commands.slice(commands.length);
}

type Typing = { readonly terminal: string; readonly lines: readonly Line[] };

function untyped(commands: readonly TypedLine[], width: number): Typing[] {
	return commands.map(({ terminal, text }) => ({
		terminal,
		lines: typedLines(text, undefined, width),
	}));
}

function innerOf(drawing: Drawing): Drawing {
	return { ...drawing, width: drawing.width - 2 };
}

/** One window for each run of commands that are typed into the same terminal. */
export function windowLines(typings: readonly Typing[], drawing: Drawing): Line[] {
	const windows: Typing[] = [];
	for (const typing of typings) {
		const last = windows.at(-1);
		if (last?.terminal === typing.terminal) {
			windows[windows.length - 1] = { ...last, lines: [...last.lines, ...typing.lines] };
		} else {
			windows.push(typing);
		}
	}
	return windows.flatMap((window) => framed(window, drawing));
}

function framed({ terminal, lines }: Typing, drawing: Drawing): Line[] {
	const { width, boxes, isRecorded } = drawing;
	const name = headed(terminal, drawing);
	if (!boxes) {
		return [cut([span(`${name}:`, 'heading')], width), ...indented(lines, span('  '))];
	}
	const rail = railOf(terminal);
	const [horizontal, vertical] = isRecorded ? ['┄', '┆'] : ['─', '│'];
	const rule = horizontal.repeat(Math.max(0, width - name.length - 4));
	return [
		[span(`╭${horizontal} `, rail), span(name, 'heading'), span(` ${rule}`, rail)],
		...indented(lines, span(`${vertical} `, rail)),
		[span(`╰${horizontal}`, rail)],
	];
}

/** Each terminal has a colour of its own, beside its name. */
function railOf(terminal: string): Style {
	return terminal === 'host' ? 'rail-host' : terminal.endsWith('2') ? 'rail-2' : 'rail-1';
}
