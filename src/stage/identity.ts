import { isLive, readStat } from '../kernel/processes.ts';
import { readText } from '../kernel/read.ts';

/** A process that cannot be mistaken for a later one with its pid; see proc_pid_stat(5), `starttime`. */
export type Identity = {
	readonly pid: number;
	/** Clock ticks since boot. */
	readonly startTime: number;
	readonly bootId: string;
};

/** Undefined where no such process runs. */
export function identify(pid: number): Identity | undefined {
	const stat = readStat(pid);
	return isLive(stat) ? { pid, startTime: stat.startTime, bootId: bootId() } : undefined;
}

/** Whether that very process still runs. */
export function isAlive(identity: Identity | undefined): boolean {
	if (identity === undefined) {
		return false;
	}

	const now = identify(identity.pid);
	return now?.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** A new one each time the machine starts; see random(4). */
const bootId = () => readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
