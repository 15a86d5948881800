import { setTimeout as delay } from 'node:timers/promises';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { nsPids } from '../kernel/processes.ts';
import { startedSince } from './descendants.ts';

/** What a terminal ran before the command that is to end. */
export type InterruptedShell = {
	/** The pid of its outermost shell. */
	readonly shell: number;
	/** The number, in its own PID namespace, of the shell that read the command. */
	readonly reader: number;
	/** The pids of all processes that were below the outermost shell. */
	readonly before: ReadonlySet<number>;
};

/**
 * Ends what a terminal runs now, as Ctrl-C would: the processes below its shell that were not there
 * before the command, and a loop that the shell runs itself. They are asked first; some cannot be
 * asked (`unshare --fork` blocks SIGINT and SIGTERM while it waits, process 1 of a PID namespace
 * ignores them), so SIGKILL follows. A shell that still does not come back, because it waits for
 * the end of a quoted text, is ended itself.
 */
export async function interrupt(
	{ shell, reader, before }: InterruptedShell,
	finished: AbortSignal,
): Promise<void> {
	const started = () => startedSince(before, shell);
	const reading = [shell, ...before].find((pid) => nsPids(thisMachine, pid)?.at(-1) === reader);
	for (const [signal, pids] of [
		['SIGINT', () => [...started(), ...(reading === undefined ? [] : [reading])]],
		['SIGKILL', started],
		['SIGKILL', () => [shell]],
	] as const) {
		for (const pid of pids()) {
			try {
				process.kill(pid, signal);
			} catch {
				// The process has ended meanwhile.
			}
		}

		await delay(700, undefined, { signal: finished }).catch(() => undefined);
		if (finished.aborted) {
			return;
		}
	}
}
