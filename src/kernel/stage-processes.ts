import { placeOf, readMounts, type MountLine, type Place } from './mounts.ts';
import { readNamespace } from './namespaces.ts';
import { isWithin } from './paths.ts';
import { isLive, listPids, readStat } from './processes.ts';
import { readLink } from './read.ts';

type Candidate = { readonly pid: number; readonly parent: number; readonly namespace: number };

/**
 * Every live process of the stage with this sandbox (an absolute path without links), by pid,
 * whatever it did to get away: new session, new namespaces, another root, an empty environment.
 *
 * The stage binds its sandbox onto itself in a mount namespace of its own, and every mount namespace
 * made from that one copies the line. So a process is the stage's if it is not in our mount
 * namespace and its root lies in the sandbox, or its mountinfo names the sandbox. One whose root is
 * neither (an overlay it pivoted to) is known by its mount namespace or its parent.
 */
export function findStageProcesses(sandbox: string): number[] {
	const candidates = listCandidates();
	const place = placeOf(readMounts('self'), sandbox);
	const known = candidates.filter(recogniser(sandbox, place));
	const namespaces = new Set(known.map(({ namespace }) => namespace));
	const found = new Set(
		candidates.filter(({ namespace }) => namespaces.has(namespace)).map(({ pid }) => pid),
	);
	addDescendants(found, candidates);
	return [...found].sort((one, other) => one - other);
}

/** Live processes in another mount namespace than ours, as far as we may know. */
function listCandidates(): Candidate[] {
	const ours = readNamespace(process.pid, 'mnt');
	return listPids().flatMap((pid) => {
		const namespace = readNamespace(pid, 'mnt');
		if (namespace === undefined || namespace === ours) {
			return [];
		}

		const stat = readStat(pid);
		return isLive(stat) ? [{ pid, parent: stat.parent, namespace }] : [];
	});
}

/** What mountinfo says depends on the mount namespace and the root alone: it is read once for each. */
function recogniser(sandbox: string, place: Place | undefined) {
	const answers = new Map<string, boolean>();
	return ({ pid, namespace }: Candidate): boolean => {
		const root = readLink(`/proc/${pid}/root`)?.replace(/ \(deleted\)$/, '') ?? '';
		const key = `${namespace} ${root}`;
		const answer =
			answers.get(key) ?? (isWithin(root, sandbox) || namesPlace(readMounts(pid), place));
		answers.set(key, answer);
		return answer;
	};
}

/** The mount point is for a root that holds the sandbox, the mounted path for one inside it. */
function namesPlace(mounts: readonly MountLine[], place: Place | undefined): boolean {
	return mounts.some(
		({ device, root, point }) =>
			device === place?.device && (isWithin(point, place.directory) || isWithin(root, place.path)),
	);
}

function addDescendants(found: Set<number>, candidates: readonly Candidate[]): void {
	const next = candidates.filter(({ pid, parent }) => !found.has(pid) && found.has(parent));
	if (next.length > 0) {
		next.forEach(({ pid }) => found.add(pid));
		addDescendants(found, candidates);
	}
}
