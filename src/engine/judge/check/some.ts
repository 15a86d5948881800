import type { Evidence } from '../check.ts';
import { unknownFact } from '../fact-value.ts';
import { processesOf } from '../../words/look-up.ts';
import type { Process } from '../../words/snapshot.ts';

/** Returns the processes with this command line. Throws a KnownError where there is none. */
export function some(evidence: Evidence, command: string): readonly [Process, ...Process[]] {
	const [first, ...others] = processesOf(evidence.after, command);
	if (first === undefined) {
		throw unknownFact(none(command, evidence));
	}

	return [first, ...others];
}

/**
 * Returns the words that say how many processes have the same command line; empty for one. All of
 * them have to be right: a process of an earlier attempt may still run, and has to go.
 */
export function ofSeveral(processes: readonly Process[]): string {
	return processes.length === 1 ? '' : `of ${processes.length} such processes, `;
}

/**
 * Returns that there is no such process, and names the one that may have been meant: the same
 * program, started since the step began.
 */
export function none(command: string, { before, after }: Evidence): string {
	const known = new Set(before.processes.map(({ pid }) => pid));
	const near = after.processes.find(
		(process) => programOf(process.command) === programOf(command) && !known.has(process.pid),
	);
	const miss = near === undefined ? '' : `, but process ${near.pid} is "${near.command}"`;
	return `no process "${command}"${miss}`;
}

/** Returns the name of the program, without its directory: `tail` for `/usr/bin/tail -f a.txt`. */
function programOf(command: string): string | undefined {
	return command.trim().split(' ', 1)[0]?.split('/').at(-1);
}
