import { setTimeout as delay } from 'node:timers/promises';
import { descendants } from './descendants.ts';

/**
 * Ends what a terminal runs now, as Ctrl-C would: the processes below its shell that were not there
 * before the command. First politely; some cannot be asked (`unshare --fork` blocks SIGINT and
 * SIGTERM while it waits, a PID namespace's process 1 ignores them), so SIGKILL follows; and a shell
 * that still does not come back, because it waits for the end of a quoted text, is ended itself.
 */
export async function interrupt(
	shell: number,
	before: ReadonlySet<number>,
	finished: AbortSignal,
): Promise<void> {
	const started = () => descendants(shell).filter((pid) => !before.has(pid));
	for (const [signal, pids] of [
		['SIGINT', started],
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
