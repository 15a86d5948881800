import type { Evidence } from '../check.ts';
import { FactError } from '../fact-value.ts';
import { processesOf } from '../look-up.ts';
import type { Process } from '../snapshot.ts';

/** The processes with this command line, of which there must be one. */
export function some(evidence: Evidence, command: string): readonly [Process, ...Process[]] {
	const [first, ...others] = processesOf(evidence.after, command);
	if (first === undefined) {
		throw new FactError(none(command, evidence));
	}

	return [first, ...others];
}

/** All with the same command line have to be right: one of an attempt before may still run, and has to go. */
export function ofSeveral(processes: readonly Process[]): string {
	return processes.length === 1 ? '' : `of ${processes.length} such processes, `;
}

/** Names what may have been meant for it: the same program, started since the step began. */
export function none(command: string, { before, after }: Evidence): string {
	const known = new Set(before.processes.map(({ pid }) => pid));
	const near = after.processes.find(
		(process) => programOf(process.command) === programOf(command) && !known.has(process.pid),
	);
	const miss = near === undefined ? '' : `, but process ${near.pid} is "${near.command}"`;
	return `no process "${command}"${miss}`;
}

/** `/usr/bin/tail -f a.txt` is a `tail`. */
function programOf(command: string): string | undefined {
	return command.trim().split(' ', 1)[0]?.split('/').at(-1);
}
