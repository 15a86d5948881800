import type { CpuLimit, Group, MemoryLimit } from '../../engine/words/snapshot.ts';
import type { KernelFiles } from '../port/kernel-files.ts';
import { groupsBelow, readCount, readMembers, readNumber, readPids } from './group-files.ts';
import type { StageGroups } from './stage-groups.ts';

/** For no limit, memory.limit_in_bytes says 2^63 less one page, and a page has at most 64 KiB. */
const unlimited = 2 ** 63 - 2 ** 16;

/** A group is one directory for each controller, wherever the learner made one; cgroups(7). */
export function v1(files: KernelFiles, directories: Readonly<Record<string, string>>): StageGroups {
	return {
		list: (hidden) => listGroups(files, directories, hidden),
		pathOnHost(path) {
			const [controller = '', ...rest] = path.split('/');
			const directory = directories[controller];
			return directory && [directory, ...rest].join('/');
		},
	};
}

function listGroups(
	files: KernelFiles,
	directories: Readonly<Record<string, string>>,
	hidden: readonly string[],
): Group[] {
	const places = new Map<string, Record<string, string>>();
	for (const [controller, directory] of Object.entries(directories)) {
		for (const path of groupsBelow(files, directory, hidden)) {
			places.set(path, { ...places.get(path), [controller]: `${directory}/${path}` });
		}
	}

	return [...places]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([path, place]) => readGroup(files, path, place));
}

function readGroup(
	files: KernelFiles,
	path: string,
	place: Readonly<Record<string, string>>,
): Group {
	const { cpu, memory, pids } = place;
	return {
		path,
		controllers: Object.keys(place),
		members: inAll(Object.values(place).map((directory) => readMembers(files, directory))),
		cpu: cpu === undefined ? undefined : readCpu(files, cpu),
		memory: memory === undefined ? undefined : readMemory(files, memory),
		pids: pids === undefined ? undefined : readPids(files, pids),
	};
}

function inAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
	return first.filter((pid) => others.every((members) => members.includes(pid)));
}

function readCpu(files: KernelFiles, directory: string): CpuLimit | undefined {
	const quota = readNumber(files, `${directory}/cpu.cfs_quota_us`);
	const period = readNumber(files, `${directory}/cpu.cfs_period_us`);
	if (quota === undefined || period === undefined) {
		return undefined;
	}

	const throttled = readCount(files, `${directory}/cpu.stat`, 'nr_throttled');
	return { quota: quota < 0 ? undefined : quota, period, throttled };
}

function readMemory(files: KernelFiles, directory: string): MemoryLimit | undefined {
	const limit = readNumber(files, `${directory}/memory.limit_in_bytes`);
	const usage = readNumber(files, `${directory}/memory.usage_in_bytes`);
	if (limit === undefined || usage === undefined) {
		return undefined;
	}

	const killed = readCount(files, `${directory}/memory.oom_control`, 'oom_kill');
	return { limit: limit < unlimited ? limit : undefined, usage, killed };
}
