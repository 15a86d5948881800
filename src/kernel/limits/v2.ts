import type { CpuLimit, Group, MemoryLimit } from '../../engine/words/snapshot.ts';
import type { KernelFiles } from '../port/kernel-files.ts';
import { readText } from '../read.ts';
import { groupsBelow, readCount, readMembers, readNumber, readPids } from './group-files.ts';
import type { StageGroups } from './stage-groups.ts';

/** A group is one directory; its controllers are those its parent hands on; cgroups(7). */
export function v2(files: KernelFiles, directory: string): StageGroups {
	return {
		list: (hidden) =>
			groupsBelow(files, directory, hidden)
				.sort()
				.map((path) => readGroup(files, path, `${directory}/${path}`)),
		pathOnHost: (path) => `${directory}/${path}`,
	};
}

function readGroup(files: KernelFiles, path: string, directory: string): Group {
	return {
		path,
		controllers: readWords(files, `${directory}/cgroup.controllers`) ?? [],
		members: readMembers(files, directory),
		cpu: readCpu(files, directory),
		memory: readMemory(files, directory),
		pids: readPids(files, directory),
		frozen: readCount(files, `${directory}/cgroup.events`, 'frozen') === 1,
	};
}

/** `max 100000`, or `20000 100000`; not there where the group has no cpu controller. */
function readCpu(files: KernelFiles, directory: string): CpuLimit | undefined {
	const words = readWords(files, `${directory}/cpu.max`);
	if (!words) {
		return undefined;
	}

	const [quota, period] = words;
	const throttled = readCount(files, `${directory}/cpu.stat`, 'nr_throttled');
	return { quota: limit(quota), period: Number(period), throttled };
}

function readMemory(files: KernelFiles, directory: string): MemoryLimit | undefined {
	const words = readWords(files, `${directory}/memory.max`);
	const usage = readNumber(files, `${directory}/memory.current`);
	if (!words || usage === undefined) {
		return undefined;
	}

	const killed = readCount(files, `${directory}/memory.events`, 'oom_kill');
	return { limit: limit(words[0]), usage, killed };
}

/** The kernel writes `max` for no limit. */
function limit(word: string | undefined): number | undefined {
	return word === 'max' ? undefined : Number(word);
}

function readWords(files: KernelFiles, path: string): string[] | undefined {
	return readText(files, path)?.split(/\s+/).filter(Boolean);
}
