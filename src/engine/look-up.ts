import type { Group, Process, Snapshot } from './snapshot.ts';

/** The processes with exactly this command line. */
export function processesOf(snapshot: Snapshot, command: string): readonly Process[] {
	return snapshot.processes.filter((process) => process.command === command.trim());
}

/** The shell that would read the next line of a terminal: the deepest of those that read lines. */
export function innermostShell(snapshot: Snapshot, terminal: string): Process | undefined {
	const processes = snapshot.processes.filter((process) => process.terminal === terminal);
	const depths = new Map<Process, number>();
	for (const process of processes) {
		depths.set(process, depth(process, processes));
	}

	return processes
		.filter(readsLines)
		.toSorted((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0))
		.at(-1);
}

/** By path, with or without slashes around it. */
export function groupAt(snapshot: Snapshot, path: string): Group | undefined {
	return snapshot.groups.find((group) => trimSlashes(group.path) === trimSlashes(path));
}

/** `./a/b/` is `a/b`. */
export function trimPath(path: string): string {
	return trimSlashes(path.replace(/^\.\//, ''));
}

function trimSlashes(path: string): string {
	return path.replace(/^\/+|\/+$/g, '');
}

/** A shell that runs a script or a `-c` command reads no lines. */
function readsLines({ command }: Process): boolean {
	const [program = '', ...words] = command.split(' ');
	return /^(?:.*\/)?-?(?:bash|sh)$/.test(program) && !words.includes('-c');
}

function depth(process: Process, among: readonly Process[]): number {
	const parent = among.find(({ pid }) => pid === process.parent);
	return parent === undefined ? 0 : 1 + depth(parent, among);
}
