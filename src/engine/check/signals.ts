import type { Evidence, ExpectationOf, Verdict } from '../check.ts';
import { FactError, insidePid } from '../fact-value.ts';
import { processesOf } from '../look-up.ts';
import type { Process, Snapshot } from '../snapshot.ts';

/** `process COMMAND catches SIGTERM`; of several with this command line, all have to be right. */
export function checkCatches(
	{ command, who, signal, catches }: ExpectationOf<'catches'>,
	{ after }: Evidence,
): Verdict {
	const processes = processesOf(after, command);
	const asked = who === 'itself' ? processes : processes.map((one) => firstOf(after, one));
	const [odd = asked[0]] = asked.filter((one) => hasHandler(one, signal) !== catches);
	if (odd === undefined) {
		throw new FactError(`no process "${command}"`);
	}

	const caught = odd.caught?.join(', ') || 'no signal at all';
	const name = who === 'itself' ? '' : `, "${odd.command}",`;
	return {
		seen: `process ${odd.pid}${name} catches ${caught}`,
		held: hasHandler(odd, signal) === catches,
	};
}

/** Process 1 of the PID namespace that it is in. */
function firstOf({ processes }: Snapshot, { ownNamespaces, pid }: Process): Process {
	const first = processes.find(
		(one) => insidePid(one) === 1 && one.ownNamespaces.pid === ownNamespaces.pid,
	);
	if (ownNamespaces.pid === undefined || first === undefined) {
		throw new FactError(`process ${pid} is in the host's pid namespace, and process 1 is not ours`);
	}

	return first;
}

function hasHandler({ caught = [] }: Process, signal: string): boolean {
	return caught.includes(signal);
}
