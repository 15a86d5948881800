import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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
export function readText(path: string): string | undefined {
	return unlessGone(() => readFileSync(path, 'utf8'));
}

/** Where the link points; undefined where it is gone or may not be read. */
export function readLink(path: string): string | undefined {
	return unlessGone(() => readlinkSync(path));
}

/** The names in a directory; none where it is gone or may not be read. */
export function readNames(directory: string): readonly string[] {
	return unlessGone(() => readdirSync(directory)) ?? [];
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
