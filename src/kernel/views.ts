import type { TerminalView } from '../engine/words/snapshot.ts';
import type { InspectedProcess } from './inspect.ts';
import { readNamespace } from './namespaces.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { isLive, listPids, nsPids, readStat } from './processes.ts';
import { readLink, unlessGone } from './read.ts';

type Seen = Omit<TerminalView, 'terminal' | 'shell'>;

/** `f_type` of procfs; statfs(2). */
const procMagic = 0x9fa0;

/**
 * The processes that `/proc` shows to a terminal's shell, read through its own root and mount namespace.
 * @param shell Pid of the innermost shell.
 * @param processes Those of the learner.
 * @param strangers Pids of live processes that are not the stage's.
 */
export function viewFrom(
	files: KernelFiles,
	terminal: string,
	shell: number,
	processes: readonly InspectedProcess[],
	strangers: ReadonlySet<number>,
): TerminalView {
	const procfs = `/proc/${shell}/root/proc`;
	if (!isProcfs(files, procfs)) {
		return { terminal, shell, proc: 'none', processes: [], others: 0 };
	}

	// In the procfs of our own PID namespace we find ourselves by our number; in one below, not at all.
	const seen =
		readLink(files, `${procfs}/self`) === String(files.self.pid)
			? hostView(files, procfs, processes, strangers)
			: ownView(files, procfs, processes);
	return { terminal, shell, ...seen };
}

/** A link would be followed from our root, not from the shell's. */
function isProcfs(files: KernelFiles, path: string): boolean {
	return (
		unlessGone(
			() =>
				files.readStats(path).kind === 'directory' && files.readFilesystemType(path) === procMagic,
		) ?? false
	);
}

function hostView(
	files: KernelFiles,
	procfs: string,
	processes: readonly InspectedProcess[],
	strangers: ReadonlySet<number>,
): Seen {
	const shown = new Set(listPids(files, procfs));
	return {
		proc: 'host',
		processes: processes
			.filter(({ pid }) => shown.has(pid))
			.map(({ pid, command }) => ({ shownAs: pid, pid, command })),
		// One that has ended since it was counted would have been shown then: a look agrees with itself.
		others: [...strangers].filter((pid) => shown.has(pid) || !isLive(readStat(files, pid))).length,
	};
}

function ownView(files: KernelFiles, procfs: string, processes: readonly InspectedProcess[]): Seen {
	const known = new Map(
		processes.map((process) => [identity(process.namespaces.pid, process.pids), process]),
	);
	const shown = listPids(files, procfs).filter((pid) => isLive(readStat(files, pid, procfs)));
	const matches = shown.map((shownAs) => {
		const pids = nsPids(files, shownAs, procfs);
		const process = known.get(identity(readNamespace(files, shownAs, 'pid', procfs), pids));
		return process && { shownAs, pid: process.pid, command: process.command };
	});
	const ours = matches.filter((match) => match !== undefined);
	return { proc: 'own', processes: ours, others: matches.length - ours.length };
}

/** The same from wherever one looks: its PID namespace, and its number in it. */
function identity(namespace: number | undefined, pids: readonly number[] | undefined): string {
	return `${namespace ?? '?'} ${pids?.at(-1) ?? '?'}`;
}
