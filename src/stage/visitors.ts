import { thisMachine } from '../kernel/port/this-machine.ts';
import { isLive, listPids, readStat } from '../kernel/processes.ts';

/**
 * The processes that a visit consists of, and not what the learner does in it: the one that keeps the
 * pty, what it starts, and where that only leads into a container, the shell there.
 * @param first Pid of the one that keeps the pty.
 */
export function visitors(first: number): readonly number[] {
	const stats = listPids(thisMachine)
		.map((pid) => readStat(thisMachine, pid))
		.filter(isLive);
	const chain = stats.filter(({ pid }) => pid === first);
	for (let last = chain[0]; last !== undefined && chain.length < 4;) {
		const { pid, name } = last;
		const isOnTheWay = pid === first || name === 'nsenter';
		last = isOnTheWay ? stats.find(({ parent }) => parent === pid) : undefined;
		chain.push(...(last === undefined ? [] : [last]));
	}

	return chain.map(({ pid }) => pid);
}
