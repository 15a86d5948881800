import { readdirSync } from 'node:fs';
import type { PidsLimit } from '../../engine/snapshot.ts';
import { readText, unlessGone } from '../read.ts';

/** Paths of all cgroups below a directory, relative to it, parents before children. */
export function groupsBelow(directory: string): string[] {
	const entries = unlessGone(() => readdirSync(directory, { withFileTypes: true })) ?? [];
	return entries
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort()
		.flatMap((name) => [
			name,
			...groupsBelow(`${directory}/${name}`).map((below) => `${name}/${below}`),
		]);
}

/** Pids that are in the cgroup itself; 0, for one outside our PID namespace, is left out. */
export function readMembers(directory: string): number[] {
	const text = readText(`${directory}/cgroup.procs`) ?? '';
	return text.split('\n').map(Number).filter(Boolean);
}

/** The number in a flat keyed file such as cpu.stat; 0 where the file or the key is not there. */
export function readCount(path: string, key: string): number {
	const line = (readText(path) ?? '').split('\n').find((text) => text.startsWith(`${key} `));
	return line ? Number(line.slice(key.length)) : 0;
}

/** The number that is the whole file; undefined where that is gone. */
export function readNumber(path: string): number | undefined {
	const text = readText(path);
	return text === undefined ? undefined : Number(text);
}

/** Of the files that have the same names on both versions; undefined where the group has none. */
export function readPids(directory: string): PidsLimit | undefined {
	const limit = readText(`${directory}/pids.max`)?.trim();
	return limit === undefined
		? undefined
		: {
				limit: limit === 'max' ? undefined : Number(limit),
				refused: readCount(`${directory}/pids.events`, 'max'),
			};
}
