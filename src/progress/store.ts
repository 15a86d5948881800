import { lchown, lstat, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { KnownError } from '../text/known-error.ts';
import type { Owner } from './state-owner.ts';
import {
	currentFormat,
	formatProgress,
	noProgress,
	parseProgress,
	type Progress,
	type Unusable,
} from './progress.ts';
import { explain, shorten } from './progress-error.ts';

/**
 * The progress that is kept in a directory. A file that says nothing we understand is set aside, and `notice`
 * says so, with the file and what is wrong with it.
 * @throws {KnownError} where there is a file that cannot be read
 */
export async function readProgress(
	directory: string,
): Promise<{ readonly progress: Progress; readonly notice: string | undefined }> {
	const file = fileIn(directory);
	const text = await readIfThere(file, directory);
	if (text === undefined) {
		return { progress: noProgress, notice: undefined };
	}
	const read = parseProgress(text);
	return 'fault' in read
		? { progress: noProgress, notice: await setAside(file, read) }
		: { progress: read, notice: undefined };
}

/**
 * Keeps progress in a directory, which is made where it is missing.
 * @param owner whose the file and the directories made for it are, where that is somebody else
 * @throws {KnownError}
 */
export async function saveProgress(
	directory: string,
	progress: Progress,
	owner?: Owner,
): Promise<void> {
	const file = fileIn(directory);
	try {
		const first = await mkdir(directory, { recursive: true });
		if (owner !== undefined) {
			await giveTo(owner, directory, first ?? directory);
		}
		const chown = owner === undefined ? {} : { chown: { ...owner } };
		await writeFileAtomic(file, formatProgress(progress), chown);
	} catch (error) {
		throw error instanceof KnownError ? error : explain(error, directory, directory);
	}
}

/** The directories from this one up to the first that was made. */
async function giveTo({ uid, gid }: Owner, directory: string, first: string): Promise<void> {
	for (const path of [fileIn(directory), directory]) {
		await refuseLink(path);
	}
	for (let path = directory; path.startsWith(first); path = dirname(path)) {
		await lchown(path, uid, gid);
	}
}

/** It could lead to anything that root may write and the learner may not. */
async function refuseLink(path: string): Promise<void> {
	const found = await lstat(path).catch(() => undefined);
	if (found?.isSymbolicLink()) {
		throw new KnownError(
			`Your progress cannot be kept: ${shorten(path)} is a link, which root does not follow for somebody else.`,
			{
				fix: 'Run this without sudo, or name another directory with `XDG_STATE_HOME=DIRECTORY`.',
			},
		);
	}
}

function fileIn(directory: string): string {
	return join(directory, 'progress.json');
}

async function readIfThere(file: string, directory: string): Promise<string | undefined> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return undefined;
		}
		throw explain(error, file, directory);
	}
}

async function setAside(file: string, { format, fault }: Unusable): Promise<string> {
	const isOther = format !== undefined && format !== currentFormat;
	const aside = isOther ? `${file}.format-${format}` : `${file}.damaged`;
	const version = format !== undefined && format > currentFormat ? 'a newer' : 'an older';
	const why = isOther ? '' : ` ${fault}`;
	const what = isOther
		? `${shorten(file)} was written by ${version} version of this program`
		: `${shorten(file)} is damaged`;
	try {
		await rename(file, aside);
		return `${what}; it was set aside as ${shorten(aside)}, and the walkthrough starts anew.${why}`;
	} catch {
		return `${what}; the walkthrough starts anew and will overwrite it.${why}`;
	}
}
