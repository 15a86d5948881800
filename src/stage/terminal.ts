import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Output, Typed } from '../engine/words/host.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { createSafeText } from '../text/safe-text.ts';
import { awaitPrograms, endsInBackground } from './background.ts';
import { awaitDeaths } from './deaths.ts';
import { pidsBelow } from './descendants.ts';
import { identify, stillRuns } from '../kernel/identity.ts';
import type { TerminalShells } from '../kernel/innermost-shell.ts';
import { interrupt } from './interrupt.ts';
import { createMarker, type Reached } from './marker.ts';
import { openPipe } from './pipe.ts';

/** One long-lived shell on the stage, typed into and read from over named pipes. */
export type Terminal = {
	/** The pid of the outermost shell. */
	readonly pid: number;
	/** Returns `$$` of the shell that answered last. */
	reader(): number;
	/** Types one line and yields what comes back; the last is always `typed`. */
	type(text: string, signal: AbortSignal): AsyncGenerator<Output | Typed>;
	isOpen(): boolean;
	close(): void;
};

/**
 * Creates the terminal of a shell.
 * @param pid The pid of the shell.
 * @param pipes The path of the two pipes, without their endings `.in` and `.out`.
 * @param stage The pid of the process that those in all terminals descend from.
 */
export function createTerminal(pid: number, pipes: string, stage: number): Terminal {
	const keyboard = openPipe(`${pipes}.in`);
	const screen = openPipe(`${pipes}.out`).setEncoding('utf8');
	const identity = identify(thisMachine, pid);
	const isOpen = () => identity !== undefined && stillRuns(thisMachine, identity);
	const move = createShellStack();
	/** 0 is the number of no shell. */
	let reader = 0;

	async function* type(text: string, signal: AbortSignal): AsyncGenerator<Output | Typed> {
		const marker = createMarker(randomBytes(8).toString('hex'));
		const safe = createSafeText();
		const finished = new AbortController();
		const before = new Set(pidsBelow(pid));
		const stop = () => void interrupt({ shell: pid, reader, before }, finished.signal);
		signal.addEventListener('abort', stop, { once: true });
		keyboard.write(`${text}\n${marker.line}\n`);
		if (signal.aborted) {
			stop();
		}
		try {
			let reached: Reached | undefined;
			while (reached === undefined) {
				const chunk = await nextChunk(screen);
				if (chunk === undefined && !isOpen()) {
					reached = { exit: 137, shell: ended, directory: '' };
					yield { kind: 'output', text: 'The shell of this terminal has ended.\n' };
					break;
				}

				const read = marker.read(chunk ?? '');
				reached = read.reached;
				const shown = safe.push(read.output) + (reached === undefined ? '' : safe.end());
				if (shown !== '') {
					yield { kind: 'output', text: shown };
				}
			}

			const { exit, shell, directory } = reached;
			reader = Number.parseInt(shell);
			if (endsInBackground(text)) {
				await awaitPrograms(pid, before, signal);
			}
			await awaitDeaths(stage, signal);
			yield { kind: 'typed', exit, shell: move(shell), directory, dropped: safe.dropped() };
		} finally {
			signal.removeEventListener('abort', stop);
			finished.abort();
		}
	}

	return {
		pid,
		reader: () => reader,
		type,
		isOpen,
		close() {
			keyboard.destroy();
			screen.destroy();
		},
	};
}

/**
 * Returns the pid of a terminal's outermost shell, and the number of the shell that reads, for a
 * look at the kernel.
 */
export const shellsOf = (terminal: Terminal): TerminalShells => ({
	outermost: terminal.pid,
	reader: terminal.reader(),
});

/** The name for a shell that has ended; no shell has it. */
const ended = '';

/** Returns what the screen shows next, or undefined after a moment of silence. */
async function nextChunk(screen: Socket): Promise<string | undefined> {
	const chunk = screen.read() as string | null;
	if (chunk !== null) {
		return chunk;
	}

	const silence = new AbortController();
	const timer = setTimeout(() => {
		silence.abort();
	}, 200);
	await once(screen, 'readable', { signal: silence.signal }).catch(() => undefined);
	clearTimeout(timer);
	return (screen.read() as string | null) ?? undefined;
}

/**
 * Creates what remembers which shell runs inside which, by their names; an unknown name is a shell
 * just entered.
 */
function createShellStack(): (shell: string) => Typed['shell'] {
	const shells: string[] = [];
	return (shell) => {
		if (shell === ended) {
			return 'left';
		}

		const depth = shells.indexOf(shell);
		if (depth < 0) {
			shells.push(shell);
			return shells.length === 1 ? 'same' : 'entered';
		}

		return shells.splice(depth + 1).length === 0 ? 'same' : 'left';
	};
}
