import { type File, mostFiles } from '../engine/words/snapshot.ts';
import { readMounts } from './mounts.ts';
import type { FileStats, KernelFiles } from './port/kernel-files.ts';
import { readProgram } from './program-file.ts';
import { readNames, readStats } from './read.ts';

/**
 * Files, directories and links below the sandbox, by path; those nearest to it where there are too
 * many. Neither links are followed nor mounts entered. What is neither a directory nor a link counts
 * as a file.
 */
export function readFiles(files: KernelFiles, sandbox: string, most = mostFiles): File[] {
	const device = readStats(files, sandbox)?.device;
	// A bind mount of the same filesystem has the same device.
	const mountPoints = new Set(readMounts(files, 'self').map(({ path }) => path));
	const found: File[] = [];
	const directories = [''];
	for (const directory of directories) {
		for (const name of readNames(files, `${sandbox}/${directory}`).toSorted()) {
			const path = directory === '' ? name : `${directory}/${name}`;
			const stats = readStats(files, `${sandbox}/${path}`);
			if (!stats) {
				continue;
			}

			if (found.length === most) {
				return sorted(found);
			}

			found.push(describe(files, sandbox, path, stats));
			if (
				stats.kind === 'directory' &&
				stats.device === device &&
				!mountPoints.has(`${sandbox}/${path}`)
			) {
				directories.push(path);
			}
		}
	}

	return sorted(found);
}

function sorted(files: readonly File[]): File[] {
	return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function describe(files: KernelFiles, sandbox: string, path: string, stats: FileStats): File {
	const kind = stats.kind === 'other' ? 'file' : stats.kind;
	const program = isExecutable(stats) ? readProgram(files, `${sandbox}/${path}`) : undefined;
	const file = { path, kind, size: kind === 'directory' ? 0 : stats.size } as const;
	return program === undefined ? file : { ...file, program };
}

function isExecutable({ kind, mode }: FileStats): boolean {
	return kind === 'file' && (mode & 0o111) !== 0;
}
