import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { searchPath } from './environment.ts';

/** What the lessons and the stage call. */
export const toolNames = [
	...['bash', 'chroot', 'cp', 'ls', 'mkfifo', 'grep', 'find'],
	...['unshare', 'mount', 'pivot_root', 'setpriv', 'ldd', 'ps', 'ip', 'tc', 'ping', 'perl'],
	...['lsns', 'nsenter', 'ipcmk', 'ipcs', 'hostname', 'taskset', 'tar', 'gzip', 'runc', 'bwrap'],
	...['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
	'strace',
] as const;

/** What would get the others, or the right to use them. */
export const helperNames = ['sudo', 'apt-get', 'dnf', 'zypper', 'pacman', 'apk'] as const;

export type ToolName = (typeof toolNames)[number] | (typeof helperNames)[number];

/** By name; undefined where it is missing. */
export type Tools = ReadonlyMap<ToolName, Tool | undefined>;

export type Tool = {
	readonly path: string;
	/** Then it knows fewer options, and says other things. */
	readonly isBusybox: boolean;
};

export function findTools(): Tools {
	return new Map([...toolNames, ...helperNames].map((name) => [name, findTool(name)]));
}

/** Looks for a program as the stage's shells do. */
export function findTool(name: string): Tool | undefined {
	const path = findPath(name);
	return path === undefined ? undefined : { path, isBusybox: isBusybox(path) };
}

function findPath(name: string): string | undefined {
	return searchPath()
		.map((directory) => join(directory, name))
		.find(isProgram);
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** It is installed as links to one program, be they symbolic or hard. */
function isBusybox(path: string): boolean {
	if (basename(realpathSync(path)).startsWith('busybox')) {
		return true;
	}

	const busybox = findPath('busybox');
	const [own, its] = [path, busybox ?? ''].map((file) => statSync(file, { throwIfNoEntry: false }));
	return its !== undefined && own?.ino === its.ino && own.dev === its.dev;
}
