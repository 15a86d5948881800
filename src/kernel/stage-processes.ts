import { mountOf, mountsBelow, placeOf, readMounts, show } from './mounts.ts';
import { readNamespace } from './namespaces.ts';
import { isWithin } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { isLive, listPids, readStat } from './processes.ts';
import { readLink, readText } from './read.ts';

type Candidate = { readonly pid: number; readonly parent: number; readonly namespace: number };

/**
 * Every live process of the stage with this sandbox (an absolute path without links), by pid,
 * whatever it did to get away: new session, new namespaces, another root, an empty environment.
 *
 * A private stage binds its sandbox onto itself in a mount namespace of its own, and every mount
 * namespace made from that one copies the line. So a process is the stage's if it is not in our mount
 * namespace and its root lies in the sandbox, or its mountinfo names the sandbox. One that no longer
 * shows either (it pivoted to a tmpfs) is known by its mount namespace, by what is mounted as its root,
 * or by its parent.
 *
 * Where there can be no namespaces, its processes are those whose root lies in the sandbox, those
 * whose environment has its mark, and their children.
 * @param mark The entry `NAME=value` that marks the environment of each of its processes, where the stage
 * has no mount namespace of its own; undefined where it has one.
 */
export function findStageProcesses(
	files: KernelFiles,
	sandbox: string,
	mark: string | undefined,
): number[] {
	const candidates = listCandidates(files, mark === undefined ? isElsewhere(files) : () => true);
	const known = candidates.filter(
		mark === undefined ? inNamespaceOf(files, candidates, sandbox) : isMarked(files, mark),
	);
	const rooted = candidates.filter(({ pid }) => isRootedIn(files, pid, sandbox));
	return [...withDescendants([...known, ...rooted], candidates)].sort((one, other) => one - other);
}

/** Live processes whose mount namespace we may know, and which fit. */
function listCandidates(files: KernelFiles, fits: (namespace: number) => boolean): Candidate[] {
	return listPids(files).flatMap((pid) => {
		const namespace = readNamespace(files, pid, 'mnt');
		if (namespace === undefined || !fits(namespace)) {
			return [];
		}

		const stat = readStat(files, pid);
		return isLive(stat) ? [{ pid, parent: stat.parent, namespace }] : [];
	});
}

function isElsewhere(files: KernelFiles) {
	const ours = readNamespace(files, files.self.pid, 'mnt');
	return (namespace: number) => namespace !== ours;
}

const isMarked =
	(files: KernelFiles, mark: string) =>
	({ pid }: Candidate): boolean =>
		(readText(files, `/proc/${pid}/environ`) ?? '').split('\0').includes(mark);

function inNamespaceOf(files: KernelFiles, candidates: readonly Candidate[], sandbox: string) {
	const namespaces = findNamespaces(files, candidates, sandbox);
	return ({ namespace }: Candidate) => namespaces.has(namespace);
}

/** Mount namespaces that name the sandbox, as at least one process in them sees it. */
function findNamespaces(
	files: KernelFiles,
	candidates: readonly Candidate[],
	sandbox: string,
): ReadonlySet<number> {
	const ours = readMounts(files, 'self');
	const place = placeOf(ours, sandbox);
	const namespaces = new Set<number>();
	const made = new Set<string>();
	for (const { pid, namespace } of candidates) {
		if (place && !namespaces.has(namespace)) {
			const mounts = readMounts(files, pid);
			if (show(mounts, place, ours)) {
				namespaces.add(namespace);
				mountsBelow(mounts, sandbox).forEach(({ device }) => made.add(device));
			}
		}
	}

	ours.forEach(({ device }) => made.delete(device));
	return new Set([...namespaces, ...rootedOn(files, candidates, made)]);
}

/** Namespaces that have pivoted to a file system which was made on the stage, and is known nowhere else. */
function rootedOn(
	files: KernelFiles,
	candidates: readonly Candidate[],
	devices: ReadonlySet<string>,
): number[] {
	return devices.size === 0
		? []
		: candidates
				.filter(({ pid }) => devices.has(mountOf(readMounts(files, pid), '/')?.device ?? ''))
				.map(({ namespace }) => namespace);
}

/** Says nothing of others in its mount namespace: anyone may chroot into the sandbox from anywhere. */
function isRootedIn(files: KernelFiles, pid: number, sandbox: string): boolean {
	const root = readLink(files, `/proc/${pid}/root`)?.replace(/ \(deleted\)$/, '');
	return root !== undefined && isWithin(root, sandbox);
}

function withDescendants(known: readonly Candidate[], candidates: readonly Candidate[]) {
	const found = new Set(known.map(({ pid }) => pid));
	let before: number;
	do {
		before = found.size;
		for (const { pid, parent } of candidates) {
			if (found.has(parent)) {
				found.add(pid);
			}
		}
	} while (found.size > before);

	return found;
}
