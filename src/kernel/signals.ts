import { constants } from 'node:os';

/**
 * The signals that a process has a handler for: `SigCgt` in the text of proc_pid_status(5), a mask in
 * which signal 1 is the lowest bit.
 */
export function parseCaughtSignals(status: string): string[] {
	const mask = /^SigCgt:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0';
	const bits = BigInt(`0x${mask}`);
	return signals.filter(([, number]) => (bits >> BigInt(number - 1)) & 1n).map(([name]) => name);
}

/** Some have a second name, which is left out. */
const signals = Object.entries(constants.signals).filter(
	([, number], place, all) => all.findIndex(([, other]) => other === number) === place,
);
