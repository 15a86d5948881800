import { readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CgroupSetup } from './cgroup-setup.ts';

/** The part of a setup that is about what was made, which takes no more than its directories. */
export function removal(
	all: readonly string[],
): Pick<CgroupSetup, 'directories' | 'members' | 'remove'> {
	const directories = all.filter((directory) => directory.includes('/containers-under-the-hood-'));
	return {
		directories,
		members: () => directories.flatMap(membersBelow),
		remove: () => removeAll(directories),
	};
}

/** @returns A sentence where one stays. */
async function removeAll(directories: readonly string[]): Promise<string | undefined> {
	for (const directory of directories) {
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
