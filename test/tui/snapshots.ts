import type { File, Process, Snapshot } from '../../src/engine/words/snapshot.ts';

/** One look at a small machine, with whatever a test is about. */
export function snapshot(parts: Partial<Snapshot>): Snapshot {
	return {
		machine: { cores: 8, memory: 16 * 1024 ** 3, kernel: '6.1.0' },
		otherProcesses: 83,
		processes: [process(2400, 'bash', 'host')],
		views: [],
		groups: [],
		mounts: [],
		files: [],
		...parts,
	};
}

export function process(
	pid: number,
	command: string,
	terminal: string,
	more: Partial<Process> = {},
): Process {
	return {
		pid,
		parent: 2390,
		command,
		terminal,
		root: '/',
		pids: [pid],
		ownNamespaces: {},
		...more,
	};
}

export function file(path: string, size: number): File {
	return { path, kind: 'file', size };
}
