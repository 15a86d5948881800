import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'containers-under-the-hood-tests-';

/**
 * A directory for one run of the tests, named by its process, with empty files for what Jest tells: those
 * that appeared in the middle of a test would be found in its inventory of the machine.
 */
export function makeDirectory(results: readonly string[]): string {
	const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
	for (const name of results) {
		writeFileSync(join(directory, `${name}.json`), '');
	}
	return directory;
}

/** A name for a thing of this run, by which others see whether the run is over. */
export const nameOf = (thing: string): string => `${prefix}${process.pid}-${thing}`;

/** Whether a thing of that name belongs to a run of the tests that was killed. */
export function isAbandoned(name: string): boolean {
	const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
	return pid !== undefined && !isRunning(Number(pid));
}

/** Removes the directories of runs that were killed. */
export function removeAbandonedDirectories(): void {
	for (const name of readdirSync(tmpdir())) {
		if (isAbandoned(name)) {
			rmSync(join(tmpdir(), name), { recursive: true, force: true });
		}
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// Another user's.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
