import { namespaceKinds, type NamespaceKind } from '../engine/words/snapshot.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readLink } from './read.ts';

/** The inode numbers of a process's namespaces, no two namespaces of any kind having the same one. */
export type Namespaces = Readonly<Partial<Record<NamespaceKind, number>>>;

/** The namespaces of a process, without those that are gone, not ours to see, or unknown to its kernel. */
export function readNamespaces(files: KernelFiles, pid: number, procfs = '/proc'): Namespaces {
	const namespaces: Partial<Record<NamespaceKind, number>> = {};
	for (const kind of namespaceKinds) {
		const inode = readNamespace(files, pid, kind, procfs);
		if (inode !== undefined) {
			namespaces[kind] = inode;
		}
	}

	return namespaces;
}

/**
 * The inode number of one namespace of a process; undefined for another user's process, for a zombie, and for one
 * that is gone.
 */
export function readNamespace(
	files: KernelFiles,
	pid: number,
	kind: NamespaceKind,
	procfs = '/proc',
): number | undefined {
	const link = readLink(files, `${procfs}/${pid}/ns/${kind}`);
	const inode = link && /^\w+:\[(\d+)\]$/.exec(link)?.[1];
	return inode ? Number(inode) : undefined;
}
