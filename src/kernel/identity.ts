import { isLive, readStat } from './processes.ts';
import { readText } from './read.ts';

/** Names one process for ever: a pid alone is given to another process sooner or later. */
export type Identity = {
	readonly pid: number;
	/** Clock ticks since boot. */
	readonly startTime: number;
	readonly bootId: string;
};

/** Undefined if no such process runs. */
export function identify(pid: number): Identity | undefined {
	const stat = readStat(pid);
	return isLive(stat) ? { pid, startTime: stat.startTime, bootId: bootId() } : undefined;
}

/** Whether that very process still runs; a zombie does not. */
export function stillRuns(identity: Identity): boolean {
	const now = identify(identity.pid);
	return now?.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** A new one each time the machine starts, random(4): pids and start times mean nothing across it. */
export function bootId(): string {
	return (readText('/proc/sys/kernel/random/boot_id') ?? '').trim();
}
