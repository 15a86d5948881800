import type { Machine } from '../engine/words/snapshot.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

/** The numbers of the whole machine, whatever a cgroup leaves us of it. */
export function readMachine(files: KernelFiles): Machine {
	const { kernel, memory } = files.system;
	const architecture = architectures[files.self.architecture];
	return { cores: onlineCpus(files), memory, kernel, architecture };
}

/** Node.js is a program of this machine. */
const architectures: Readonly<Partial<Record<string, string>>> = {
	x64: 'x86-64',
	arm64: 'arm64',
};

/** What `getconf _NPROCESSORS_ONLN` counts, which lessons reckon with; not our affinity. */
function onlineCpus(files: KernelFiles): number {
	const list = readText(files, '/sys/devices/system/cpu/online');
	return list ? countCpus(list) : files.system.processors;
}

/** The number of processors in a cpulist, cpuset(7): `0-3,6` are five. */
export function countCpus(list: string): number {
	return list
		.trim()
		.split(',')
		.map((range) => range.split('-').map(Number))
		.reduce((sum, [first = 0, last = first]) => sum + last - first + 1, 0);
}
