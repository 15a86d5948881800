import type { CpuLimit, Group, MemoryLimit } from '../../engine/snapshot.ts';
import { isWithin } from '../paths.ts';
import { readText } from '../read.ts';
import { groupsBelow, readCount, readMembers, readNumber, readPids } from './group-files.ts';
import { terminalsGroup } from './stage-cgroup.ts';

/** A group is one directory; its controllers are those its parent hands on; cgroups(7). */
export const v2 = (directory: string) => (): Group[] =>
	groupsBelow(directory)
		.filter((path) => !isWithin(path, terminalsGroup))
		.sort()
		.map((path) => readGroup(path, `${directory}/${path}`));

function readGroup(path: string, directory: string): Group {
	return {
		path,
		controllers: readWords(`${directory}/cgroup.controllers`) ?? [],
		members: readMembers(directory),
		cpu: readCpu(directory),
		memory: readMemory(directory),
		pids: readPids(directory),
		frozen: readCount(`${directory}/cgroup.events`, 'frozen') === 1,
	};
}

/** `max 100000`, or `20000 100000`; not there where the group has no cpu controller. */
function readCpu(directory: string): CpuLimit | undefined {
	const words = readWords(`${directory}/cpu.max`);
	if (!words) {
		return undefined;
	}

	const [quota, period] = words;
	const throttled = readCount(`${directory}/cpu.stat`, 'nr_throttled');
	return { quota: limit(quota), period: Number(period), throttled };
}

function readMemory(directory: string): MemoryLimit | undefined {
	const words = readWords(`${directory}/memory.max`);
	const usage = readNumber(`${directory}/memory.current`);
	if (!words || usage === undefined) {
		return undefined;
	}

	const killed = readCount(`${directory}/memory.events`, 'oom_kill');
	return { limit: limit(words[0]), usage, killed };
}

/** The kernel writes `max` for no limit. */
function limit(word: string | undefined): number | undefined {
	return word === 'max' ? undefined : Number(word);
}

function readWords(path: string): string[] | undefined {
	return readText(path)?.split(/\s+/).filter(Boolean);
}
