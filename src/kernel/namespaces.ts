import { namespaceKinds, type NamespaceKind } from '../engine/snapshot.ts';
import { readLink } from './read.ts';

/** Inode numbers, no two namespaces of any kind having the same one. */
export type Namespaces = Readonly<Partial<Record<NamespaceKind, number>>>;

/** Without those that are gone, not ours to see, or unknown to this kernel. */
export function readNamespaces(pid: number, procfs = '/proc'): Namespaces {
	const namespaces: Partial<Record<NamespaceKind, number>> = {};
	for (const kind of namespaceKinds) {
		const inode = readNamespace(pid, kind, procfs);
		if (inode !== undefined) {
			namespaces[kind] = inode;
		}
	}

	return namespaces;
}

/** Undefined for another user's process, for a zombie, and for one that is gone. */
export function readNamespace(
	pid: number,
	kind: NamespaceKind,
	procfs = '/proc',
): number | undefined {
	const link = readLink(`${procfs}/${pid}/ns/${kind}`);
	const inode = link && /^\w+:\[(\d+)\]$/.exec(link)?.[1];
	return inode ? Number(inode) : undefined;
}
