import type { Stat } from './processes.ts';
import { readLink } from './read.ts';

/**
 * The shell that reads what is typed next. A shell started inside another reads the same standard
 * input, and so does the unshare(1) between them; what runs in the background does not, except in a
 * jail without /dev/null.
 * @param outermost Pid of the terminal's first shell.
 * @param processes Those of the stage, by pid.
 */
export function innermostShell(outermost: number, processes: readonly Stat[]): number {
	const input = readLink(`/proc/${outermost}/fd/0`);
	const shells = [outermost];
	let parents = [outermost];
	while (parents.length > 0 && input !== undefined) {
		const inside = processes.filter(
			({ pid, parent }) => parents.includes(parent) && readLink(`/proc/${pid}/fd/0`) === input,
		);
		shells.push(...inside.filter(({ name }) => shellNames.has(name)).map(({ pid }) => pid));
		parents = inside.map(({ pid }) => pid);
	}

	return shells.at(-1) ?? outermost;
}

const shellNames: ReadonlySet<string> = new Set(['bash', 'sh', 'dash', 'ash']);
