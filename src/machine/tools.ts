/** The programs that the lessons and the stage call. */
export const toolNames = [
	...['bash', 'chroot', 'cp', 'ls', 'mkfifo', 'grep', 'find'],
	...['unshare', 'mount', 'pivot_root', 'setpriv', 'ldd', 'ps', 'ip', 'tc', 'ping', 'perl'],
	...['lsns', 'nsenter', 'ipcmk', 'ipcs', 'hostname', 'taskset', 'tar', 'gzip', 'runc', 'bwrap'],
	...['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
	'strace',
] as const;

/** The programs that would get the others, or the right to use them. */
export const helperNames = ['sudo', 'apt-get', 'dnf', 'zypper', 'pacman', 'apk'] as const;

/** The name of a program that is looked for. */
export type ToolName = (typeof toolNames)[number] | (typeof helperNames)[number];

/** The programs by their names; undefined for one that is missing. */
export type Tools = ReadonlyMap<ToolName, Tool | undefined>;

/** A program that was found. */
export type Tool = {
	readonly path: string;
	/** Whether it is busybox's, which knows fewer options, and prints other messages. */
	readonly isBusybox: boolean;
};
