import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import type { NetworkList, Process } from '../../words/snapshot.ts';
import { ofSeveral, some } from './some.ts';

type Kind = ExpectationOf<'network'>['what'];

/**
 * Checks `process COMMAND has the device eth0`, `… the address …`, `… the gateway …` and `… has
 * heard from …`.
 */
export function checkNetwork(
	{ command, what, value }: ExpectationOf<'network'>,
	evidence: Evidence,
): Verdict {
	const processes = some(evidence, command);
	const [odd = processes[0]] = processes.filter(
		(process) => !listOf(process, what).includes(value),
	);
	return {
		seen: `${ofSeveral(processes)}${describe(odd, what)}`,
		held: listOf(odd, what).includes(value),
	};
}

function describe(process: Process, what: Kind): string {
	if (process.network === undefined) {
		return `process ${process.pid} is in the network namespace of the host`;
	}

	const list = listOf(process, what);
	const { one, several } = words[what];
	return `the network namespace of process ${process.pid} ${
		list.length === 0
			? `has no ${one}`
			: `has the ${list.length === 1 ? one : several} ${list.join(', ')}`
	}`;
}

const words: Readonly<Record<Kind, { readonly one: string; readonly several: string }>> = {
	device: { one: 'device', several: 'devices' },
	address: { one: 'address', several: 'addresses' },
	gateway: { one: 'gateway', several: 'gateways' },
	neighbour: { one: 'neighbour that answered', several: 'neighbours that answered' },
};

function listOf({ network }: Process, what: Kind): readonly string[] {
	return network?.[lists[what]] ?? [];
}

const lists = {
	device: 'devices',
	address: 'addresses',
	gateway: 'gateways',
	neighbour: 'neighbours',
} as const satisfies Readonly<Record<Kind, NetworkList>>;
