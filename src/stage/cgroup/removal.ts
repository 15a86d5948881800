import { readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';

/** Pids of every process in the stage's cgroups, however deep. */
export const membersOf = (cgroup: StageCgroup): readonly number[] =>
	directoriesOf(cgroup).flatMap(membersBelow);

/**
 * Removes the stage's cgroups once they are empty.
 * @returns A sentence where one stays.
 */
export async function removeCgroups(cgroup: StageCgroup): Promise<string | undefined> {
	for (const directory of directoriesOf(cgroup)) {
		const deadline = Date.now() + 10_000;
		// EBUSY for a moment: the kernel is still letting go of the last process.
		while (!removeBelow(directory)) {
			if (Date.now() > deadline) {
				return `The cgroup ${directory} cannot be removed, although no process is in it.`;
			}

			await delay(10);
		}
	}

	return undefined;
}

/** Only what carries our name, whatever a ledger says. */
export function directoriesOf(cgroup: StageCgroup): readonly string[] {
	const directories =
		cgroup.version === 'v1'
			? Object.values(cgroup.directories)
			: cgroup.version === 'v2'
				? [cgroup.directory]
				: [];
	return directories.filter((directory) => directory.includes('/containers-under-the-hood-'));
}

function membersBelow(directory: string): readonly number[] {
	try {
		const own = readFileSync(join(directory, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
		return [...own.map(Number), ...childrenOf(directory).flatMap(membersBelow)];
	} catch {
		return [];
	}
}

/** rmdir, depth first; the files in a cgroup are the kernel's and go with it. */
function removeBelow(directory: string): boolean {
	try {
		childrenOf(directory).forEach(removeBelow);
		rmdirSync(directory);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT';
	}
}

const childrenOf = (directory: string): readonly string[] =>
	readdirSync(directory, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => join(directory, entry.name));
