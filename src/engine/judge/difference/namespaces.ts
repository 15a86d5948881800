import type { Row, Section } from '../difference.ts';
import {
	type NamespaceKind,
	namespaceKinds,
	type Process,
	type Snapshot,
} from '../../words/snapshot.ts';
import { changes } from './changes.ts';
import { compareNetworks } from './networks.ts';

/** A namespace that is not the host's, with the processes in it. */
type Namespace = {
	readonly kind: NamespaceKind;
	readonly inode: number;
	readonly members: readonly Process[];
};

/** Compares the namespaces of two looks. */
export function compareNamespaces(before: Snapshot, after: Snapshot): Section {
	const { appeared, went, stayed } = changes(
		namespacesOf(before),
		namespacesOf(after),
		({ kind, inode }) => `${kind} ${inode}`,
	);
	const replaced = stayed.filter(([was, is]) => !shareMember(was, is));
	const same = stayed.filter(([was, is]) => shareMember(was, is));
	const changed = same.filter(([was, is]) => change(was, is) !== '');
	const rows = [
		...[...went, ...replaced.map(([was]) => was)].map((namespace) =>
			toRow('-', namespace, 'its last process has ended'),
		),
		...appeared.map((namespace) => toRow('+', namespace, owners(namespace))),
		...replaced.map(([, is]) => toRow('+', is, `${owners(is)}; the number is used again`)),
		...changed.map(([was, is]) => toRow('~', is, change(was, is))),
	];
	const nobody = rows.length === 0 ? "every process is in the host's" : '';
	const names = same
		.filter((pair) => !changed.includes(pair))
		.map(([, { kind, inode }]) => `${kind} ${inode}`);
	return { name: 'namespaces', rows, unchanged: names.length === 0 ? nobody : names.join(', ') };
}

/**
 * Returns what changed inside a namespace; empty where nothing did, and for kinds that are not
 * looked into.
 */
function change(was: Namespace, is: Namespace): string {
	return is.kind === 'net' ? compareNetworks(networkOf(was), networkOf(is)) : '';
}

const networkOf = ({ members }: Namespace) =>
	members.find(({ network }) => network !== undefined)?.network;

/**
 * Whether a process was in the namespace in both looks. Without one it may be another namespace:
 * the kernel gives a number to the next namespace once the last process in this one is gone.
 */
function shareMember(was: Namespace, is: Namespace): boolean {
	return is.members.some(({ pid }) => was.members.some((member) => member.pid === pid));
}

function namespacesOf({ processes }: Snapshot): readonly Namespace[] {
	return namespaceKinds.flatMap((kind) => {
		const inodes = processes.flatMap(({ ownNamespaces }) => ownNamespaces[kind] ?? []);
		return [...new Set(inodes)].map((inode) => ({
			kind,
			inode,
			members: processes.filter(({ ownNamespaces }) => ownNamespaces[kind] === inode),
		}));
	});
}

function toRow(sign: Row['sign'], { kind, inode }: Namespace, detail: string): Row {
	return { sign, subject: `${kind} ${inode}`, detail };
}

function owners({ members }: Namespace): string {
	const [first, second, ...others] = members.map(
		({ pid, command }) => `${pid} ${programOf(command)}`,
	);
	if (second === undefined) {
		return `process ${first ?? ''} has its own`;
	}

	const rest = others.length === 0 ? second : `${others.length + 1} more`;
	return `processes ${first ?? ''} and ${rest} share it`;
}

/** Returns the name of the program only: the whole command line stands with the processes. */
function programOf(command: string): string {
	return command.split(' ', 1).join('');
}
