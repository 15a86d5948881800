import { isDying } from '../kernel/processes.ts';
import { descendants } from './descendants.ts';
import { waitWhile } from './wait-while.ts';

/**
 * Waits until the processes that a line has killed are gone. On a busy machine a shell that was killed may take the
 * first letter of the next line with it, and the next line's `ps` would still list it: a hand is slower.
 * @param ancestor The pid of a process that all of them descend from.
 */
export const awaitDeaths = (ancestor: number, signal: AbortSignal): Promise<void> =>
	waitWhile(() => descendants(ancestor).some(isDying), signal);
