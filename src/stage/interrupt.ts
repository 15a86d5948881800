import { setTimeout as delay } from 'node:timers/promises';
import { nsPids } from '../kernel/processes.ts';
import { startedSince } from './descendants.ts';

/** What a terminal ran before the command that is to end. */
export type Surroundings = {
	/** Pid of its outermost shell. */
	readonly shell: number;
	/** The number, in its own PID namespace, of the shell that read the command. */
	readonly reader: number;
	/** Pids of all that was below the outermost shell. */
	readonly before: ReadonlySet<number>;
};

/**
 * Ends what a terminal runs now, as Ctrl-C would: the processes below its shell that were not there
 * before the command, and a loop that the shell runs itself. First politely; some cannot be asked
 * (`unshare --fork` blocks SIGINT and SIGTERM while it waits, a PID namespace's process 1 ignores
 * them), so SIGKILL follows; and a shell that still does not come back, because it waits for the end
 * of a quoted text, is ended itself.
 */
export async function interrupt(
	{ shell, reader, before }: Surroundings,
	finished: AbortSignal,
): Promise<void> {
	const started = () => startedSince(before, shell);
	const reading = [shell, ...before].find((pid) => nsPids(pid)?.at(-1) === reader);
	for (const [signal, pids] of [
		['SIGINT', () => [...started(), ...(reading === undefined ? [] : [reading])]],
		['SIGKILL', started],
		['SIGKILL', () => [shell]],
	] as const) {
		for (const pid of pids()) {
			try {
				process.kill(pid, signal);
			} catch {
				// It has ended meanwhile.
			}
		}

		await delay(700, undefined, { signal: finished }).catch(() => undefined);
		if (finished.aborted) {
			return;
		}
	}
}
