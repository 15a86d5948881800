import { constants } from 'node:os';
import { readText } from './read.ts';

/**
 * The signals that a process has a handler for, by name and number: `SigCgt` of /proc/PID/status, a
 * mask in which signal 1 is the lowest bit; see proc_pid_status(5). Of a process that is gone, none.
 */
export function caughtSignals(pid: number): string[] {
	const mask = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readText(`/proc/${pid}/status`) ?? '')?.[1] ?? '0';
	const bits = BigInt(`0x${mask}`);
	return signals.filter(([, number]) => (bits >> BigInt(number - 1)) & 1n).map(([name]) => name);
}

/** Some have a second name, which is left out. */
const signals = Object.entries(constants.signals).filter(
	([, number], place, all) => all.findIndex(([, other]) => other === number) === place,
);
