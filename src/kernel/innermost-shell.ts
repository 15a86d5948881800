import type { Stat } from './processes.ts';
import { readLink } from './read.ts';

/**
 * The shell that reads what is typed next. A shell started inside another reads the same standard
 * input, and so does the unshare(1) between them; what runs in the background does not.
 * @param outermost Pid of the terminal's first shell.
 * @param processes Those of the stage, by pid.
 */
export function innermostShell(outermost: number, processes: readonly Stat[]): number {
	const input = readLink(`/proc/${outermost}/fd/0`);
	let innermost = outermost;
	for (;;) {
		const inside = processes.findLast(
			({ pid, parent }) => parent === innermost && readLink(`/proc/${pid}/fd/0`) === input,
		);
		if (!inside || input === undefined) {
			return innermost;
		}

		innermost = inside.pid;
	}
}
