import type { KernelFiles } from './port/kernel-files.ts';
import { nsPids, type Stat } from './processes.ts';
import { readLink } from './read.ts';

/** The shells of a terminal. */
export type TerminalShells = {
	/** Pid of the first one. */
	readonly outermost: number;
	/** `$$` of the one that answered last: its number in its own PID namespace. */
	readonly reader: number;
};

/**
 * The shell that reads what is typed next. A shell started inside another reads the same standard
 * input, and so does the unshare(1) between them; but so does, under job control, what runs in
 * the background, which may be a shell with a script. What the reader said of itself tells it from those.
 * @param processes Those of the stage, by pid.
 */
export function innermostShell(
	files: KernelFiles,
	{ outermost, reader }: TerminalShells,
	processes: readonly Stat[],
): number {
	const input = readLink(files, `/proc/${outermost}/fd/0`);
	const shells = [outermost];
	let parents = [outermost];
	while (parents.length > 0 && input !== undefined) {
		const inside = processes.filter(
			({ pid, parent }) =>
				parents.includes(parent) && readLink(files, `/proc/${pid}/fd/0`) === input,
		);
		shells.push(...inside.filter(({ name }) => shellNames.has(name)).map(({ pid }) => pid));
		parents = inside.map(({ pid }) => pid);
	}

	const answered = shells.findLast((pid) => nsPids(files, pid)?.at(-1) === reader);
	return answered ?? shells.at(-1) ?? outermost;
}

const shellNames: ReadonlySet<string> = new Set(['bash', 'sh', 'dash', 'ash']);
