import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Returns why another user could put something else in the place of this path; undefined where only
 * root and this user could. Whoever may write to a directory may rename what lies in it, unless it
 * is sticky; its owner always may: inode(7), rename(2).
 *
 * @param path An absolute path without links.
 * @returns a clause: `/srv belongs to another user`
 */
export function whyReplaceable(path: string): string | undefined {
	return above(path)
		.map((directory) => fault(directory, lstatSync(directory)))
		.find((one) => one !== undefined);
}

function fault(directory: string, status: Stats): string | undefined {
	if (!status.isDirectory()) {
		return `${directory} is not a directory`;
	}
	if (!isTrusted(directory, status)) {
		return `${directory} belongs to another user`;
	}
	const isSticky = (status.mode & 0o1000) !== 0;
	return (status.mode & 0o022) !== 0 && !isSticky
		? `others may write to ${directory}, and it is not sticky`
		: undefined;
}

function isTrusted(directory: string, { uid }: Stats): boolean {
	return uid === 0 || uid === process.getuid?.() || (isSystems(directory) && uid === unmapped());
}

/** Whether the system makes this directory, for everybody. */
const isSystems = (directory: string) => ['/', '/tmp', '/var', '/var/tmp'].includes(directory);

/**
 * Returns the user id that, in a user namespace, stands for every user who has none there: for root
 * outside, but also for others, so that it tells something only about what is certainly root's;
 * user_namespaces(7).
 */
const unmapped = () => Number(readFileSync('/proc/sys/kernel/overflowuid', 'utf8'));

/** Returns the directories that a path goes through, the nearest first. */
function above(path: string): readonly string[] {
	const parent = dirname(path);
	return parent === path ? [] : [parent, ...above(parent)];
}
