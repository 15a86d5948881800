import type { KernelFiles } from './port/kernel-files.ts';
import { isLive, readStat } from './processes.ts';
import { readText } from './read.ts';

/** What names one process for ever: a pid alone is given to another process sooner or later. */
export type Identity = {
	readonly pid: number;
	/** Clock ticks since boot. */
	readonly startTime: number;
	readonly bootId: string;
};

/** The identity of the process that has this pid now; undefined if no such process runs. */
export function identify(files: KernelFiles, pid: number): Identity | undefined {
	const stat = readStat(files, pid);
	return isLive(stat) ? { pid, startTime: stat.startTime, bootId: bootId(files) } : undefined;
}

/** Whether that very process still runs; a zombie does not. */
export function stillRuns(files: KernelFiles, identity: Identity): boolean {
	const now = identify(files, identity.pid);
	return now?.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** A new one each time the machine starts, random(4): pids and start times mean nothing across it. */
function bootId(files: KernelFiles): string {
	return (readText(files, '/proc/sys/kernel/random/boot_id') ?? '').trim();
}
