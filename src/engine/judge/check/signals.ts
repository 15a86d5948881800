import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import { unknownFact, insidePid } from '../fact-value.ts';
import type { Process, Snapshot } from '../../words/snapshot.ts';
import { ofSeveral, some } from './some.ts';

/**
 * Checks `process COMMAND catches SIGTERM`; all processes with this command line have to be right.
 */
export function checkCatches(
	{ command, who, signal, catches }: ExpectationOf<'catches'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const isRight = (process: Process) => hasHandler(asked(process), signal) === catches;
	const [wrong = processes[0]] = processes.filter((process) => !isRight(process));
	const odd = asked(wrong);
	const caught = odd.caught?.join(', ') || 'no signal at all';
	const name = who === 'itself' ? '' : `, "${odd.command}",`;
	return {
		seen: `${ofSeveral(processes)}process ${odd.pid}${name} catches ${caught}`,
		held: isRight(wrong),
	};

	function asked(process: Process): Process {
		return who === 'itself' ? process : firstOf(evidence.after, process);
	}
}

/** Returns process 1 of the PID namespace that a process is in. */
function firstOf({ processes }: Snapshot, { ownNamespaces, pid }: Process): Process {
	const first = processes.find(
		(one) => insidePid(one) === 1 && one.ownNamespaces.pid === ownNamespaces.pid,
	);
	if (ownNamespaces.pid === undefined || first === undefined) {
		throw unknownFact(`process ${pid} is in the host's pid namespace, and process 1 is not ours`);
	}

	return first;
}

function hasHandler({ caught = [] }: Process, signal: string): boolean {
	return caught.includes(signal);
}
