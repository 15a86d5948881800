import { type MountLine, readMounts } from '../mounts.ts';
import type { KernelFiles } from '../port/kernel-files.ts';

/** What `/` is for this process. */
export type RootDirectory = {
	/** False in a chroot to an ordinary directory: then no mount of it can be made private. */
	readonly isMount: boolean;
	/** In a chroot; undefined where that cannot be told. */
	readonly isChanged: boolean | undefined;
	/** Of the filesystem: `ext4`; `rootfs` in an initramfs, which pivot_root(2) cannot leave. */
	readonly type: string | undefined;
};

export const readRootDirectory = (
	files: KernelFiles,
	mounts: readonly MountLine[],
): RootDirectory => describeRoot(mounts, readMounts(files, 1));

/**
 * @param own the mounts that we see; none where there is no procfs
 * @param first those that process 1 sees; none where they are hidden from us
 */
export function describeRoot(
	own: readonly MountLine[],
	first: readonly MountLine[],
): RootDirectory {
	const mount = rootOf(own);
	if (mount === undefined) {
		// Without procfs nothing is known, and `/` is a mount as a rule.
		const isMount = own.length === 0;
		return { isMount, isChanged: isMount ? undefined : true, type: undefined };
	}

	// In a mount namespace of our own, none of our mounts is one of process 1.
	const isSameNamespace = first.some(({ id }) => id === mount.id);
	const isChanged = isSameNamespace ? rootOf(first)?.id !== mount.id : undefined;
	return { isMount: true, isChanged, type: mount.type };
}

/** Of several mounts on one directory, the last is the one on top. */
function rootOf(mounts: readonly MountLine[]): MountLine | undefined {
	return mounts.findLast(({ path }) => path === '/');
}
