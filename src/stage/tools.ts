import { accessSync, constants, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { searchPath } from './environment.ts';

/** What the lessons and the stage call. */
export const toolNames = [
	...['bash', 'chroot', 'cp', 'ls', 'mkfifo', 'grep', 'find'],
	...['unshare', 'mount', 'setpriv', 'ldd', 'ps', 'ip'],
	...['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
] as const;

export type Tool = {
	readonly path: string;
	/** Then it knows fewer options, and says other things. */
	readonly isBusybox: boolean;
};

/** Looks for a program as the stage's shells do. */
export function findTool(name: string): Tool | undefined {
	for (const directory of searchPath()) {
		const path = join(directory, name);
		try {
			accessSync(path, constants.X_OK);
			return { path, isBusybox: basename(realpathSync(path)) === 'busybox' };
		} catch {
			// Not here.
		}
	}

	return undefined;
}
