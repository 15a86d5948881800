import { setTimeout as delay } from 'node:timers/promises';
import { isDying } from '../kernel/processes.ts';
import { descendants } from './descendants.ts';

/** How long is waited, in milliseconds: a process may be held up in the kernel. */
const patience = 2000;

/**
 * Waits until the processes that a line has killed are gone. On a busy machine a shell that was killed may take the
 * first letter of the next line with it, and the next line's `ps` would still list it: a hand is slower.
 * @param ancestor The pid of a process that all of them descend from.
 */
export async function awaitDeaths(ancestor: number, signal: AbortSignal): Promise<void> {
	const deadline = performance.now() + patience;
	while (descendants(ancestor).some(isDying) && performance.now() < deadline && !signal.aborted) {
		await delay(10);
	}
}
