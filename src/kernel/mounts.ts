import { isWithin, pathBelow, underRoot } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

/** A line of proc_pid_mountinfo(5). */
export type MountLine = {
	/** Unique in its mount namespace. */
	readonly id: number;
	readonly parent: number;
	/** `major:minor` of the filesystem. */
	readonly device: string;
	/** What of the filesystem is mounted: a path within it. */
	readonly root: string;
	/** Where: a path from the reading process's own `/`. */
	readonly path: string;
	readonly type: string;
	/** Of this mount alone: `ro`, `nosuid`. */
	readonly flags: readonly string[];
	/** Of the filesystem as a whole: `rw`, `cpu`, `lowerdir=…`. */
	readonly options: readonly string[];
};

/** Where a directory lies, independently of any mount namespace. */
export type Location = {
	readonly directory: string;
	readonly device: string;
	/** Its path within the filesystem. */
	readonly root: string;
};

/** The mounts that a process sees below its `/`, as they were stacked; none if it is gone. */
export function readMounts(files: KernelFiles, pid: number | 'self'): readonly MountLine[] {
	return known(readText(files, `/proc/${pid}/mountinfo`) ?? '');
}

/** Mounts at or below a directory. */
export function mountsBelow(mounts: readonly MountLine[], directory: string): MountLine[] {
	return mounts.filter((mount) => isWithin(mount.path, directory));
}

/** Where an absolute path without links lies, going by the mounts of the one who calls it so. */
export function placeOf(mounts: readonly MountLine[], directory: string): Location | undefined {
	const mount = mountOf(mounts, directory);
	if (!mount) {
		return undefined;
	}

	const below = `/${pathBelow(directory, mount.path)}`;
	return { directory, device: mount.device, root: underRoot(mount.root, below) };
}

/** The mount that an absolute path without links lies on. */
export function mountOf(mounts: readonly MountLine[], path: string): MountLine | undefined {
	const above = mounts.filter((mount) => isWithin(path, mount.path));
	const depth = Math.max(...above.map((mount) => mount.path.length));
	// Of several mounts on one directory, the last is the one on top.
	return above.findLast((candidate) => candidate.path.length === depth);
}

/**
 * Whether one of the mounts shows the directory, or something in it: by where it is mounted, which is
 * what a root above the directory sees, or by what is mounted, for a root that was changed.
 * @param ours Mounts that do not count: what someone mounts on the host reaches every mount namespace
 * to which the host's are propagated.
 */
export function show(
	mounts: readonly MountLine[],
	place: Location,
	ours: readonly MountLine[],
): boolean {
	return mounts.some(
		(mount) =>
			((mount.device === place.device &&
				(isWithin(mount.path, place.directory) || isWithin(mount.root, place.root))) ||
				isLayered(mount, place)) &&
			!ours.some((own) => isSame(own, mount)),
	);
}

/** Whether both are mounts of the same directory, wherever. */
export function isSameTree(one: MountLine, other: MountLine): boolean {
	return one.device === other.device && one.root === other.root;
}

function isSame(one: MountLine, other: MountLine): boolean {
	return isSameTree(one, other) && one.path === other.path;
}

/** An overlay has a device of its own, and names the directories it is made of as they were given. */
function isLayered({ type, options }: MountLine, { directory }: Location): boolean {
	return (
		type === 'overlay' &&
		options
			.flatMap((option) => /^(?:lower|upper|work)dir=(.*)/.exec(option)?.[1]?.split(':') ?? [])
			.some((layer) => isWithin(layer, directory))
	);
}

/** Most processes see the same mounts, and do so from one look to the next: each text is parsed once. */
function known(mountinfo: string): readonly MountLine[] {
	const mounts = parsed.get(mountinfo) ?? parseMounts(mountinfo);
	if (parsed.size >= 100) {
		parsed.clear();
	}
	parsed.set(mountinfo, mounts);
	return mounts;
}

const parsed = new Map<string, readonly MountLine[]>();

export function parseMounts(mountinfo: string): MountLine[] {
	return mountinfo.split('\n').filter(Boolean).map(parseLine);
}

/** Between the mount's options and the `-` stands any number of optional fields. */
function parseLine(line: string): MountLine {
	const fields = line.split(' ');
	const separator = fields.indexOf('-');
	return {
		id: Number(fields[0]),
		parent: Number(fields[1]),
		device: fields[2] ?? '',
		root: unescape(fields[3] ?? ''),
		path: unescape(fields[4] ?? ''),
		type: unescape(fields[separator + 1] ?? ''),
		flags: (fields[5] ?? '').split(','),
		options: unescape(fields[separator + 3] ?? '').split(','),
	};
}

/** Blanks, newlines and backslashes are written as a backslash and three octal digits. */
function unescape(field: string): string {
	return field.replace(/\\([0-7]{3})/g, (_, digits: string) =>
		String.fromCharCode(Number.parseInt(digits, 8)),
	);
}
