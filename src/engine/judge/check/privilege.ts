import { capabilityNames, decodeCapabilities, isCapability } from '../../../lesson/capability.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import type { Process } from '../../words/snapshot.ts';
import { ofSeveral, some } from './some.ts';

/** Checks `process COMMAND has the capability CAP_KILL` and `process COMMAND lacks …`. */
export function checkCapability(
	{ command, capability, has }: ExpectationOf<'capability'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const [odd = processes[0]] = processes.filter((process) => hasIt(process, capability) !== has);
	const { pid, capabilities = '' } = odd;
	return {
		seen: `${ofSeveral(processes)}the effective capabilities of process ${pid} are ${capabilities}, ${
			hasIt(odd, capability) ? 'with' : 'without'
		} bit ${capabilityNames.findIndex((name) => name === capability)}`,
		held: hasIt(odd, capability) === has,
	};
}

/** Checks `process COMMAND may gain no privileges`. */
export function checkNoNewPrivileges(
	{ command }: ExpectationOf<'no-new-privileges'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const [odd = processes[0]] = processes.filter(({ noNewPrivileges }) => noNewPrivileges !== true);
	const held = odd.noNewPrivileges === true;
	return {
		seen: `${ofSeveral(processes)}NoNewPrivs of process ${odd.pid} is ${held ? 1 : 0}`,
		held,
	};
}

function hasIt({ capabilities = '0' }: Process, name: string): boolean {
	return isCapability(name) && decodeCapabilities(capabilities).has(name);
}
