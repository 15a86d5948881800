import { isSameTree, type MountLine, readMounts, type Location } from './mounts.ts';
import { readNamespaces, type Namespaces } from './namespaces.ts';
import { isWithin, pathBelow, underRoot } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { parsePrivileges, type ProcessPrivileges } from './process-privileges.ts';
import { isLive, parseNsPids, readProcess, readStatus, type RunningProcess } from './processes.ts';
import { readLink } from './read.ts';
import { parseCaughtSignals } from './signals.ts';

/** All that procfs tells about one process of the stage. */
export type InspectedProcess = RunningProcess &
	ProcessPrivileges & {
		/** Its number in each PID namespace, the host's first. */
		readonly pids: readonly number[];
		readonly namespaces: Namespaces;
		/** Its `/`, as an absolute path on the host; `(tmpfs)` where only its own mount namespace has it. */
		readonly root: string;
		/** The host's `/` is nowhere in its mount namespace. */
		readonly hasLostOldRoot: boolean;
		readonly caught: readonly string[];
	};

/** Where a stage lies, by which the root of a process is called by its name. */
export type StageLocation = {
	readonly sandbox: Location;
	/** How the `/` of the stage's first process reads from here: see `outermostRoot`. */
	readonly outermost: string;
	/** Mounts of the host, and those of the stage as its terminals begin with them. */
	readonly mounts: readonly MountLine[];
};

/** All processes among these pids that have not ended. */
export function inspectAll(
	files: KernelFiles,
	pids: readonly number[],
	around: StageLocation,
): InspectedProcess[] {
	const found = pids
		.map((pid) => inspect(files, pid, around))
		.filter((process) => process !== undefined);
	const pivoted = new Map(
		found
			.filter(({ link, root }) => link === '/' && root !== '/')
			.map((process) => [process.namespaces.mnt, process]),
	);
	return found.map(({ link, ...process }) => {
		const above = link === '/' ? undefined : pivoted.get(process.namespaces.mnt);
		// It has called chroot where the root of the mount namespace is another one than ours.
		return above && process.root === '/'
			? { ...process, root: above.root + link, hasLostOldRoot: above.hasLostOldRoot }
			: process;
	});
}

function inspect(files: KernelFiles, pid: number, around: StageLocation) {
	const running = readProcess(files, pid);
	const status = readStatus(files, pid) ?? '';
	const pids = parseNsPids(status);
	return isLive(running) && pids
		? {
				...running,
				...parsePrivileges(status),
				pids,
				namespaces: readNamespaces(files, pid),
				...rootOf(files, pid, around),
				caught: parseCaughtSignals(status),
			}
		: undefined;
}

/**
 * The `/` of a process as we read it. Where we are in a chroot ourselves, the links of another mount namespace begin at the root of that
 * namespace, and not at ours: what the two have in common is what a process with our `/` shows.
 */
export const outermostRoot = (files: KernelFiles, pid: number): string =>
	readLink(files, `/proc/${pid}/root`) ?? '/';

/**
 * After chroot, /proc/PID/root says where. After pivot_root it is the `/` of its mount namespace, and
 * what is mounted there tells what that was: a directory of the sandbox, or a mount in it.
 */
function rootOf(
	files: KernelFiles,
	pid: number,
	{ sandbox, outermost, mounts: stage }: StageLocation,
) {
	const read = readLink(files, `/proc/${pid}/root`) ?? '/';
	const link = isWithin(read, outermost) ? `/${pathBelow(read, outermost)}` : read;
	if (isWithin(link, sandbox.directory)) {
		return { link, root: link, hasLostOldRoot: false };
	}

	// We are in a chroot, and it has got out of that, too.
	if (read !== outermost && isWithin(outermost, read)) {
		return { link, root: '/', hasLostOldRoot: false };
	}

	const mounts = readMounts(files, pid);
	const mount = topOf(mounts);
	const old = topOf(stage);
	if (link !== '/' || mount === undefined || (old && isSameTree(mount, old))) {
		return { link, root: '/', hasLostOldRoot: false };
	}

	const hasLostOldRoot = old === undefined || !mounts.some((one) => isSameTree(one, old));
	if (mount.device === sandbox.device && isWithin(mount.root, sandbox.root)) {
		const below = `/${pathBelow(mount.root, sandbox.root)}`;
		return { link, root: underRoot(sandbox.directory, below), hasLostOldRoot };
	}

	const place = stage.find(
		(one) => isSameTree(one, mount) && isWithin(one.path, sandbox.directory),
	)?.path;
	return { link, root: place ?? `(${mount.type})`, hasLostOldRoot };
}

const topOf = (mounts: readonly MountLine[]) => mounts.findLast(({ path }) => path === '/');
