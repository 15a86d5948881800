import type { CpuLimit, Group, MemoryLimit } from '../../engine/snapshot.ts';
import { groupsBelow, readCount, readMembers, readNumber, readPids } from './group-files.ts';

/** For no limit, memory.limit_in_bytes says 2^63 less one page, and a page has at most 64 KiB. */
const unlimited = 2 ** 63 - 2 ** 16;

/** A group is one directory for each controller, wherever the learner made one; cgroups(7). */
export const v1 = (directories: Readonly<Record<string, string>>) => (): Group[] => {
	const places = new Map<string, Record<string, string>>();
	for (const [controller, directory] of Object.entries(directories)) {
		for (const path of groupsBelow(directory)) {
			places.set(path, { ...places.get(path), [controller]: `${directory}/${path}` });
		}
	}

	return [...places]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([path, place]) => readGroup(path, place));
};

function readGroup(path: string, place: Readonly<Record<string, string>>): Group {
	const { cpu, memory, pids } = place;
	return {
		path,
		controllers: Object.keys(place),
		members: inAll(Object.values(place).map(readMembers)),
		cpu: cpu === undefined ? undefined : readCpu(cpu),
		memory: memory === undefined ? undefined : readMemory(memory),
		pids: pids === undefined ? undefined : readPids(pids),
	};
}

function inAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
	return first.filter((pid) => others.every((members) => members.includes(pid)));
}

function readCpu(directory: string): CpuLimit | undefined {
	const quota = readNumber(`${directory}/cpu.cfs_quota_us`);
	const period = readNumber(`${directory}/cpu.cfs_period_us`);
	if (quota === undefined || period === undefined) {
		return undefined;
	}

	const throttled = readCount(`${directory}/cpu.stat`, 'nr_throttled');
	return { quota: quota < 0 ? undefined : quota, period, throttled };
}

function readMemory(directory: string): MemoryLimit | undefined {
	const limit = readNumber(`${directory}/memory.limit_in_bytes`);
	const usage = readNumber(`${directory}/memory.usage_in_bytes`);
	if (limit === undefined || usage === undefined) {
		return undefined;
	}

	const killed = readCount(`${directory}/memory.oom_control`, 'oom_kill');
	return { limit: limit < unlimited ? limit : undefined, usage, killed };
}
