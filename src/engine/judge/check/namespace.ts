import { type NamespaceName, namespaceLinks } from '../../../lesson/namespace-kind.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import type { Process } from '../../words/snapshot.ts';
import { ofSeveral, some } from './some.ts';

/**
 * Checks `process COMMAND has a pid namespace of its own` and `… shares the pid namespace of the
 * host`.
 */
export function checkNamespace(
	{ command, name, own }: ExpectationOf<'namespace'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const isRight = (process: Process) => (ownOf(process, name) !== undefined) === own;
	const [odd = processes[0]] = processes.filter((process) => !isRight(process));
	const inode = ownOf(odd, name);
	return {
		seen: `${ofSeveral(processes)}process ${odd.pid} is in ${
			inode === undefined
				? `the host's ${name} namespace`
				: `${name} namespace ${inode}, not in the host's`
		}`,
		held: isRight(odd),
	};
}

/** Checks `process COMMAND shares the net namespace of process OTHER`. */
export function checkSameNamespace(
	{ command, name, other, same }: ExpectationOf<'same-namespace'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const [wanted] = some(evidence, other);
	const isThere = (process: Process) => ownOf(process, name) === ownOf(wanted, name);
	const isRight = (process: Process) => isThere(process) === same;
	const [odd = processes[0]] = processes.filter((process) => !isRight(process));
	const where = `process ${odd.pid} is in ${whose(odd, name)}`;
	return {
		seen: `${ofSeveral(processes)}${where}, process ${wanted.pid} in ${
			isThere(odd) ? 'the same' : whose(wanted, name)
		}`,
		held: isRight(odd),
	};
}

function whose(process: Process, name: NamespaceName): string {
	const inode = ownOf(process, name);
	return inode === undefined ? `the host's ${name} namespace` : `${name} namespace ${inode}`;
}

/**
 * Returns the inode number of a process's namespace; undefined for the host's, and for the stage's,
 * where terminals begin.
 */
function ownOf({ ownNamespaces }: Process, name: NamespaceName): number | undefined {
	return ownNamespaces[namespaceLinks[name]];
}
