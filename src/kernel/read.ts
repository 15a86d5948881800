import type { FileStats, KernelFiles } from './port/kernel-files.ts';

/**
 * What procfs and cgroupfs answer for something that has just gone or that is not ours to see. Both
 * are normal between two looks at a running kernel; anything else is a mistake and is thrown.
 */
const goneOrHidden = new Set([
	'ENOENT',
	'ENOTDIR',
	'ESRCH',
	'EACCES',
	'EPERM',
	/** mountinfo of a process that is exiting. */
	'EINVAL',
	/** A file of a cgroup that has just been removed. */
	'ENODEV',
	/** cgroup.procs of a threaded cgroup. */
	'EOPNOTSUPP',
]);

/** The file's text; undefined where it is gone or may not be read. */
export function readText(files: KernelFiles, path: string): string | undefined {
	return unlessGone(() => files.readText(path));
}

/** Where the link points; undefined where it is gone or may not be read. */
export function readLink(files: KernelFiles, path: string): string | undefined {
	return unlessGone(() => files.readLink(path));
}

/** The names in a directory; none where it is gone or may not be read. */
export function readNames(files: KernelFiles, directory: string): readonly string[] {
	return unlessGone(() => files.readNames(directory)) ?? [];
}

/** What the file itself is; undefined where it is gone or may not be seen. */
export function readStats(files: KernelFiles, path: string): FileStats | undefined {
	return unlessGone(() => files.readStats(path));
}

/** Whether there is a file, or a link, by this name, as far as we may see. */
export function isThere(files: KernelFiles, path: string): boolean {
	return readStats(files, path) !== undefined;
}

/** What `read` returns; undefined where that is gone or may not be read. */
export function unlessGone<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch (error) {
		if (goneOrHidden.has((error as NodeJS.ErrnoException).code ?? '')) {
			return undefined;
		}

		throw error;
	}
}
