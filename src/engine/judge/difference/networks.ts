import type { Network, NetworkList } from '../../words/snapshot.ts';

const kinds: readonly (readonly [NetworkList, string])[] = [
	['devices', 'device'],
	['addresses', 'address'],
	['gateways', 'gateway'],
	['neighbours', 'heard from'],
];

/** Returns what came and went in a network namespace; empty where nothing did. */
export function compareNetworks(was: Network | undefined, is: Network | undefined): string {
	return kinds
		.flatMap(([list, name]) => [
			said(name, added(was?.[list], is?.[list])),
			said(`gone: ${name}`, added(is?.[list], was?.[list])),
		])
		.filter((part) => part !== '')
		.join(' · ');
}

function added(old: readonly string[] = [], now: readonly string[] = []): readonly string[] {
	return now.filter((one) => !old.includes(one));
}

const said = (name: string, list: readonly string[]) =>
	list.length === 0 ? '' : `${name} ${list.join(', ')}`;
