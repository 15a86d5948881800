import type { StepState } from '../../engine/state.ts';
import { commandLines, typedLines } from './command.ts';
import type { Drawing } from './drawing.ts';
import type { Line, Style } from './line.ts';
import { cut, indented, span } from './line.ts';

/** The step's terminals with what is typed into them, in its order, like windows on a desk. */
export function terminalLines(step: StepState, drawing: Drawing): Line[] {
	const inner = { ...drawing, width: drawing.width - 2 };
	const typed = step.commands.map((command) => ({
		terminal: command.started.terminal,
		lines: commandLines(command, step.phase, inner),
	}));
	const coming = untypedOf(step).map(({ terminal, text }) => ({
		terminal,
		lines: typedLines(text, undefined, inner.width),
	}));
	return windowsOf([...typed, ...coming]).flatMap((window) => windowLines(window, drawing));
}

/** What is going to be typed, word for word. */
export function untypedOf(step: StepState) {
	const runs = step.phase === 'waiting' || step.phase === 'running';
	return runs ? step.started.commands.slice(step.commands.length) : [];
}

type Window = { readonly terminal: string; readonly lines: readonly Line[] };

/** One window for each run of commands that are typed into the same terminal. */
function windowsOf(commands: readonly Window[]): Window[] {
	const windows: Window[] = [];
	for (const command of commands) {
		const last = windows.at(-1);
		if (last?.terminal === command.terminal) {
			windows[windows.length - 1] = { ...last, lines: [...last.lines, ...command.lines] };
		} else {
			windows.push(command);
		}
	}
	return windows;
}

export function windowLines({ terminal, lines }: Window, { width, boxes }: Drawing): Line[] {
	if (!boxes) return [cut([span(`${terminal}:`, 'heading')], width), ...indented(lines, span('  '))];
	const rail = railOf(terminal);
	const rule = '─'.repeat(Math.max(0, width - terminal.length - 4));
	return [
		[span('╭─ ', rail), span(terminal, 'heading'), span(` ${rule}`, rail)],
		...indented(lines, span('│ ', rail)),
		[span('╰─', rail)],
	];
}

/** Each terminal has a colour of its own, beside its name. */
function railOf(terminal: string): Style {
	return terminal === 'host' ? 'rail-host' : terminal.endsWith('2') ? 'rail-2' : 'rail-1';
}
