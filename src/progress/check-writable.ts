import { mkdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explain } from './progress-error.ts';

/**
 * Checks that progress can be kept in a directory, by keeping something: permissions alone do not tell about a
 * full disk. Afterwards everything is as it was, whether it worked or not.
 * @throws {KnownError} where it cannot
 */
export async function checkWritable(directory: string): Promise<void> {
	const { nearest, missing } = await findNearest(directory);
	const attempt = join(directory, `.try-${process.pid}`);
	const made: string[] = [];
	try {
		for (const path of missing) {
			await mkdir(path);
			made.unshift(path);
		}
		await writeFile(attempt, 'This file may be removed.\n', { flag: 'wx' });
	} catch (error) {
		throw explain(error, nearest, directory);
	} finally {
		await rm(attempt, { force: true }).catch(ignore);
		for (const path of made) {
			await rmdir(path).catch(ignore);
		}
	}
}

/** The nearest thing on the path that can be seen, and the directories to make below it, outer first. */
async function findNearest(
	directory: string,
): Promise<{ nearest: string; missing: readonly string[] }> {
	const missing: string[] = [];
	let nearest = directory;
	while (nearest !== dirname(nearest) && !(await isSeen(nearest))) {
		missing.unshift(nearest);
		nearest = dirname(nearest);
	}
	return { nearest, missing };
}

async function isSeen(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

/** What was not made cannot be removed; the reason has been told already. */
function ignore(): undefined {
	return undefined;
}
