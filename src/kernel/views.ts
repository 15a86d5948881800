import { lstatSync, statfsSync } from 'node:fs';
import type { View } from '../engine/snapshot.ts';
import type { InspectedProcess } from './inspect.ts';
import { readNamespace } from './namespaces.ts';
import { isLive, listPids, nsPids, readStat } from './processes.ts';
import { readLink, unlessGone } from './read.ts';

type Seen = Omit<View, 'terminal' | 'shell'>;

/** `f_type` of procfs; statfs(2). */
const procMagic = 0x9fa0;

/**
 * What `/proc` shows to a terminal's shell, read through its own root and mount namespace.
 * @param shell Pid of the innermost shell.
 * @param processes Those of the learner.
 * @param strangers Pids of live processes that are not the stage's.
 */
export function viewFrom(
	terminal: string,
	shell: number,
	processes: readonly InspectedProcess[],
	strangers: ReadonlySet<number>,
): View {
	const procfs = `/proc/${shell}/root/proc`;
	if (!isProcfs(procfs)) {
		return { terminal, shell, proc: 'none', processes: [], others: 0 };
	}

	// In the procfs of our own PID namespace we find ourselves by our number; in one below, not at all.
	const seen =
		readLink(`${procfs}/self`) === String(process.pid)
			? hostView(procfs, processes, strangers)
			: ownView(procfs, processes);
	return { terminal, shell, ...seen };
}

/** A link would be followed from our root, not from the shell's. */
function isProcfs(path: string): boolean {
	return (
		unlessGone(() => lstatSync(path).isDirectory() && statfsSync(path).type === procMagic) ?? false
	);
}

function hostView(
	procfs: string,
	processes: readonly InspectedProcess[],
	strangers: ReadonlySet<number>,
): Seen {
	const shown = new Set(listPids(procfs));
	return {
		proc: 'host',
		processes: processes
			.filter(({ pid }) => shown.has(pid))
			.map(({ pid, command }) => ({ shownAs: pid, pid, command })),
		others: [...shown].filter((pid) => strangers.has(pid)).length,
	};
}

function ownView(procfs: string, processes: readonly InspectedProcess[]): Seen {
	const known = new Map(
		processes.map((process) => [identity(process.namespaces.pid, process.pids), process]),
	);
	const shown = listPids(procfs).filter((pid) => isLive(readStat(pid, procfs)));
	const matches = shown.map((shownAs) => {
		const pids = nsPids(shownAs, procfs);
		const process = known.get(identity(readNamespace(shownAs, 'pid', procfs), pids));
		return process && { shownAs, pid: process.pid, command: process.command };
	});
	const ours = matches.filter((match) => match !== undefined);
	return { proc: 'own', processes: ours, others: matches.length - ours.length };
}

/** The same from wherever one looks: its PID namespace, and its number in it. */
function identity(namespace: number | undefined, pids: readonly number[] | undefined): string {
	return `${namespace ?? '?'} ${pids?.at(-1) ?? '?'}`;
}
