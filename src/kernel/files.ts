import { lstatSync, type Stats } from 'node:fs';
import { type File, mostFiles } from '../engine/snapshot.ts';
import { readMounts } from './mounts.ts';
import { readProgram } from './program-file.ts';
import { readNames, unlessGone } from './read.ts';

/**
 * Files, directories and links below the sandbox, by path; those nearest to it where there are too
 * many. Neither links are followed nor mounts entered. What is neither a directory nor a link counts
 * as a file.
 */
export function readFiles(sandbox: string, most = mostFiles): File[] {
	const device = unlessGone(() => lstatSync(sandbox))?.dev;
	// A bind mount of the same filesystem has the same device.
	const mountPoints = new Set(readMounts('self').map(({ path }) => path));
	const files: File[] = [];
	const directories = [''];
	for (const directory of directories) {
		for (const name of readNames(`${sandbox}/${directory}`).toSorted()) {
			const path = directory === '' ? name : `${directory}/${name}`;
			const stats = unlessGone(() => lstatSync(`${sandbox}/${path}`));
			if (!stats) {
				continue;
			}

			if (files.length === most) {
				return sorted(files);
			}

			files.push(describe(sandbox, path, stats));
			if (stats.isDirectory() && stats.dev === device && !mountPoints.has(`${sandbox}/${path}`)) {
				directories.push(path);
			}
		}
	}

	return sorted(files);
}

function sorted(files: readonly File[]): File[] {
	return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function describe(sandbox: string, path: string, stats: Stats): File {
	const kind = stats.isDirectory() ? 'directory' : stats.isSymbolicLink() ? 'link' : 'file';
	const program = isExecutable(stats) ? readProgram(`${sandbox}/${path}`) : undefined;
	const file = { path, kind, size: kind === 'directory' ? 0 : stats.size } as const;
	return program === undefined ? file : { ...file, program };
}

function isExecutable(stats: Stats): boolean {
	return stats.isFile() && (stats.mode & 0o111) !== 0;
}
