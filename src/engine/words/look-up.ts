import type { Group, Process, Snapshot } from './snapshot.ts';

/** Returns the processes with exactly this command line. */
export function processesOf(snapshot: Snapshot, command: string): readonly Process[] {
	return snapshot.processes.filter((process) => process.command === command.trim());
}

/** Returns the shell that reads what is typed next into a terminal. */
export function innermostShell(snapshot: Snapshot, terminal: string): Process | undefined {
	const shell = snapshot.views.find((view) => view.terminal === terminal)?.shell;
	return snapshot.processes.find(({ pid }) => pid === shell);
}

/** Returns the group at a path, which may have slashes around it. */
export function groupAt(snapshot: Snapshot, path: string): Group | undefined {
	return snapshot.groups.find((group) => trimSlashes(group.path) === trimSlashes(path));
}

/** Returns a path without `.` and slashes at its ends: `a/b` for `./a/b/`. */
export function trimPath(path: string): string {
	return trimSlashes(path.replace(/^\.\//, ''));
}

function trimSlashes(path: string): string {
	return path.replace(/^\/+|\/+$/g, '');
}
