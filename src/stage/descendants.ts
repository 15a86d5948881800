import { thisMachine } from '../kernel/port/this-machine.ts';
import { isLive, listPids, readStat, type Stat } from '../kernel/processes.ts';

/** Returns the living processes below this one, a parent before its children. */
export function descendants(ancestor: number): readonly Stat[] {
	const children = new Map<number, Stat[]>();
	for (const pid of listPids(thisMachine)) {
		const stat = readStat(thisMachine, pid);
		if (isLive(stat)) {
			children.set(stat.parent, [...(children.get(stat.parent) ?? []), stat]);
		}
	}

	const below = (pid: number): readonly Stat[] =>
		(children.get(pid) ?? []).flatMap((child) => [child, ...below(child.pid)]);
	return below(ancestor);
}

/** Returns the pids of the living processes below this one, a parent before its children. */
export const pidsBelow = (ancestor: number): readonly number[] =>
	descendants(ancestor).map(({ pid }) => pid);

/**
 * Returns the pids below a terminal's outermost shell that were not there before a line was typed.
 */
export const startedSince = (before: ReadonlySet<number>, shell: number): readonly number[] =>
	pidsBelow(shell).filter((pid) => !before.has(pid));
