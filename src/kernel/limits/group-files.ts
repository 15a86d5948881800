import type { PidsLimit } from '../../engine/words/snapshot.ts';
import { isWithin } from '../paths.ts';
import type { KernelFiles } from '../port/kernel-files.ts';
import { readText, unlessGone } from '../read.ts';

/**
 * Paths of all cgroups below a directory, relative to it, parents before children.
 * @param hidden Those that are left out, with all below them.
 */
export function groupsBelow(
	files: KernelFiles,
	directory: string,
	hidden: readonly string[],
): string[] {
	return namesBelow(files, directory).filter(
		(path) => !hidden.some((group) => isWithin(path, group)),
	);
}

function namesBelow(files: KernelFiles, directory: string): string[] {
	const names = unlessGone(() => files.readDirectories(directory)) ?? [];
	return names
		.toSorted()
		.flatMap((name) => [
			name,
			...namesBelow(files, `${directory}/${name}`).map((below) => `${name}/${below}`),
		]);
}

/** Pids that are in the cgroup itself; 0, for one outside our PID namespace, is left out. */
export function readMembers(files: KernelFiles, directory: string): number[] {
	const text = readText(files, `${directory}/cgroup.procs`) ?? '';
	return text.split('\n').map(Number).filter(Boolean);
}

/** The number in a flat keyed file such as cpu.stat; 0 where the file or the key is not there. */
export function readCount(files: KernelFiles, path: string, key: string): number {
	const line = (readText(files, path) ?? '').split('\n').find((text) => text.startsWith(`${key} `));
	return line ? Number(line.slice(key.length)) : 0;
}

/** The number that is the whole file; undefined where that is gone. */
export function readNumber(files: KernelFiles, path: string): number | undefined {
	const text = readText(files, path);
	return text === undefined ? undefined : Number(text);
}

/** Of the files that have the same names on both versions; undefined where the group has none. */
export function readPids(files: KernelFiles, directory: string): PidsLimit | undefined {
	const limit = readText(files, `${directory}/pids.max`)?.trim();
	return limit === undefined
		? undefined
		: {
				limit: limit === 'max' ? undefined : Number(limit),
				refused: readCount(files, `${directory}/pids.events`, 'max'),
			};
}
