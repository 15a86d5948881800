import { type CallOfProcess, parseTrace } from './parse-trace.ts';
import { unquoted } from '../../words/system-call.ts';

/**
 * Divides the calls of a terminal among the commands that were typed there: a command ends where
 * its shell prints the secret words that follow it (see `stage/marker.ts`). What a process does in
 * the background later belongs to the command that started it, as far as the number that clone(2)
 * returned tells.
 */
export function splitCommands(calls: readonly CallOfProcess[], count: number): CallOfProcess[][] {
	const shells = new Set(calls.filter(isMarker).map(({ pid }) => pid));
	const parts: CallOfProcess[][] = Array.from({ length: count }, () => []);
	const born = new Map<number, number>();
	let current = 0;
	for (const call of calls) {
		if (isMarker(call)) {
			current = Math.min(current + 1, count - 1);
			continue;
		}

		const of = shells.has(call.pid) ? current : (born.get(call.pid) ?? current);
		if (isBirth(call)) {
			born.set(childOf(call), of);
		}
		parts[of]?.push(call);
	}

	return parts;
}

/** Counts the commands that have ended, in the text that strace has written. */
export function countMarkers(text: string): number {
	return parseTrace(text).filter(isMarker).length;
}

function isMarker({ name, args }: CallOfProcess): boolean {
	return name === 'write' && /^\\(?:00)?1[0-9a-f]{16} \d+ \d+\.\d* /.test(unquoted(args[1]));
}

/**
 * Returns the number that the host gives to a new process, also where the process has another one
 * in its PID namespace.
 */
function childOf({ result }: CallOfProcess): number {
	return Number.parseInt(/(\d+) in strace's PID NS/.exec(result)?.[1] ?? result);
}

function isBirth({ name }: CallOfProcess): boolean {
	return ['clone', 'clone3', 'fork', 'vfork'].includes(name);
}
