import type { EventOf, TypedLine } from '../engine/words/event.ts';
import { promptOf } from './prompt.ts';
import { dim, hang, plain, type StyledLine, widthOf } from './span.ts';

/**
 * Returns a command as it is typed, with its terminal and prompt. It is never wrapped, so that it
 * can be copied; its own further lines stand below its first.
 */
export function layoutCommand(started: EventOf<'command-started'>): StyledLine[] {
	const prompt = dim(`  ${started.terminal}  ${promptOf(started.directory)}`);
	return hang(codeLines(started.text), prompt, plain(' '.repeat(widthOf([prompt]))));
}

/** Returns commands that are only shown, each after its terminal: `host  mkdir my-container`. */
export function layoutTypedLines(commands: readonly TypedLine[]): StyledLine[] {
	const column = Math.max(0, ...commands.map(({ terminal }) => terminal.length)) + 4;
	return commands.flatMap(({ terminal, text }) =>
		hang(codeLines(text), dim(`  ${terminal}`.padEnd(column)), plain(' '.repeat(column))),
	);
}

function codeLines(text: string): StyledLine[] {
	return text.split('\n').map((line) => [{ text: line, style: 'code' }]);
}

/** Returns how a command ended, to stand below its output. */
export function layoutExit(exited: EventOf<'command-exited'>): StyledLine[] {
	const end = [dim('  └ '), exited.exit === 0 ? dim(endOf(exited)) : plain(endOf(exited))];
	if (exited.dropped === 0) {
		return [end];
	}
	const lines = exited.dropped === 1 ? '1 more line was' : `${exited.dropped} more lines were`;
	return [[dim(`  │ (${lines} too many to keep)`)], end];
}

function endOf({ exit, shell, terminal, seconds }: EventOf<'command-exited'>): string {
	if (shell === 'entered') {
		return `running: what is typed in ${terminal} now goes to it`;
	}
	const time = seconds >= 1 ? `, after ${seconds.toFixed(1)} s` : '';
	return `exit ${exit}${time}${shell === 'left' ? ', back in the shell outside' : ''}`;
}

/**
 * Creates what puts a bar before each line of output. Output may come in pieces, and a piece may
 * end inside a line.
 */
export function createBar(paintBar: (text: string) => string): {
	readonly add: (output: string) => string;
	/** Ends a line that was left open. */
	readonly end: () => string;
} {
	const bar = paintBar('  │ ');
	let isOpen = false;
	return {
		add(output) {
			if (output === '') {
				return '';
			}
			const start = isOpen ? '' : bar;
			isOpen = !output.endsWith('\n');
			const text = isOpen ? output : output.slice(0, -1);
			return start + text.replaceAll('\n', `\n${bar}`) + (isOpen ? '' : '\n');
		},
		end() {
			const rest = isOpen ? '\n' : '';
			isOpen = false;
			return rest;
		},
	};
}
