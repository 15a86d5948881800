import type { Mount } from '../engine/words/snapshot.ts';
import type { InspectedProcess } from './inspect.ts';
import { readMounts, type MountLine } from './mounts.ts';
import { isWithin, pathBelow, underRoot } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';

type Found = MountLine & { readonly namespace: number };

/**
 * Mounts below the sandbox in every mount namespace of the stage, by path. A new mount namespace
 * begins as a copy, so of its mounts only those are listed that the stage does not have, wherever
 * they are: another procfs on the same directory is another mount.
 * @param processes All of the stage: a mount namespace is seen through the processes in it.
 * @param stageNamespaces Inode numbers of the namespaces in which the stage itself lives.
 */
export function stageMounts(
	files: KernelFiles,
	processes: readonly InspectedProcess[],
	sandbox: string,
	stageNamespaces: ReadonlySet<number>,
): Mount[] {
	const mounts = onePerRoot(processes)
		.flatMap((process) => mountsOf(files, process))
		// The sandbox itself is where the stage bound it onto itself.
		.filter(({ path }) => path !== sandbox);
	const found = [
		...new Map(mounts.map((mount) => [`${mount.namespace} ${mount.id}`, mount])).values(),
	];
	const onStage = found.filter(({ namespace }) => stageNamespaces.has(namespace));
	const known = new Set(onStage.map(source));
	const elsewhere = found.filter(
		(mount) => !stageNamespaces.has(mount.namespace) && !known.has(source(mount)),
	);
	return [...onStage.filter(({ path }) => isWithin(path, sandbox)), ...elsewhere]
		.map(({ path, type, namespace }) => ({
			path: isWithin(path, sandbox) ? pathBelow(path, sandbox) : path,
			type,
			namespace,
			onStage: stageNamespaces.has(namespace),
		}))
		.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

/** A process sees the mounts below its root only, so each root in a namespace may show others. */
function onePerRoot(processes: readonly InspectedProcess[]): InspectedProcess[] {
	const views = processes.map(
		(process) => [`${process.namespaces.mnt ?? 0} ${process.root}`, process] as const,
	);
	return [...new Map(views).values()];
}

/** With paths as the host would call them. */
function mountsOf(files: KernelFiles, { pid, root, namespaces }: InspectedProcess): Found[] {
	const namespace = namespaces.mnt;
	return namespace === undefined
		? []
		: readMounts(files, pid).map((mount) => ({
				...mount,
				path: underRoot(root, mount.path),
				namespace,
			}));
}

function source({ path, type, device, root }: MountLine): string {
	return [path, type, device, root].join('\n');
}
