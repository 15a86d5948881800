import { thisMachine } from '../kernel/port/this-machine.ts';
import { readProcess } from '../kernel/processes.ts';
import { startedSince } from './descendants.ts';
import { waitWhile } from './wait-while.ts';

/**
 * Whether a line puts something in the background: it ends with an `&` that is no part of `&&`;
 * bash(1), *Lists*.
 */
export const endsInBackground = (line: string): boolean => /[^&]&\s*$/.test(line);

/**
 * Waits until what a line has put in the background is a program of its own: between fork(2) and
 * execve(2) a process still looks like its parent, and a slow machine would not list it in the next
 * line's `ps`.
 *
 * @param shell The pid of the terminal's outermost shell.
 * @param before The pids of the processes that were below it before the line.
 */
export const awaitPrograms = (
	shell: number,
	before: ReadonlySet<number>,
	signal: AbortSignal,
): Promise<void> => waitWhile(() => startedSince(before, shell).some(isLikeItsParent), signal);

function isLikeItsParent(pid: number): boolean {
	const own = readProcess(thisMachine, pid);
	return own !== undefined && own.command === readProcess(thisMachine, own.parent)?.command;
}
