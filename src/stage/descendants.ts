import { thisMachine } from '../kernel/port/this-machine.ts';
import { isLive, listPids, readStat } from '../kernel/processes.ts';

/** Returns the pids of the living processes below this one, a parent before its children. */
export function descendants(ancestor: number): readonly number[] {
	const children = new Map<number, number[]>();
	for (const pid of listPids(thisMachine)) {
		const stat = readStat(thisMachine, pid);
		if (isLive(stat)) {
			children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid]);
		}
	}

	const below = (pid: number): readonly number[] =>
		(children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
	return below(ancestor);
}

/**
 * Returns the pids below a terminal's outermost shell that were not there before a line was typed.
 */
export const startedSince = (before: ReadonlySet<number>, shell: number): readonly number[] =>
	descendants(shell).filter((pid) => !before.has(pid));
