import { cpus, release, totalmem } from 'node:os';
import type { Machine } from '../engine/snapshot.ts';
import { readText } from './read.ts';

/** The whole machine, whatever a cgroup leaves us of it. */
export function readMachine(): Machine {
	return { cores: onlineCpus(), memory: totalmem(), kernel: release(), architecture };
}

/** Node.js is a program of this machine. */
const architecture = { x64: 'x86-64', arm64: 'arm64' }[process.arch as string];

/** What `getconf _NPROCESSORS_ONLN` counts, which lessons reckon with; not our affinity. */
function onlineCpus(): number {
	const list = readText('/sys/devices/system/cpu/online');
	return list ? countCpus(list) : cpus().length;
}

/** Counts a cpulist, cpuset(7): `0-3,6` are five. */
export function countCpus(list: string): number {
	return list
		.trim()
		.split(',')
		.map((range) => range.split('-').map(Number))
		.reduce((sum, [first = 0, last = first]) => sum + last - first + 1, 0);
}
