import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { formatProgress, noProgress, parseProgress, type Progress } from './progress.ts';
import { explain, shorten } from './progress-error.ts';

/**
 * A file that says nothing we understand is set aside, and `notice` is a sentence about it.
 * @throws {ProgressError} where there is a file that cannot be read
 */
export async function readProgress(
	directory: string,
): Promise<{ readonly progress: Progress; readonly notice: string | undefined }> {
	const file = fileIn(directory);
	const text = await readIfThere(file, directory);
	if (text === undefined) return { progress: noProgress, notice: undefined };
	const progress = parseProgress(text);
	if (progress !== undefined) return { progress, notice: undefined };
	return { progress: noProgress, notice: await setAside(file) };
}

/** @throws {ProgressError} */
export async function saveProgress(directory: string, progress: Progress): Promise<void> {
	try {
		await mkdir(directory, { recursive: true });
		await writeFileAtomic(fileIn(directory), formatProgress(progress));
	} catch (error) {
		throw explain(error, directory, directory);
	}
}

function fileIn(directory: string): string {
	return join(directory, 'progress.json');
}

async function readIfThere(file: string, directory: string): Promise<string | undefined> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw explain(error, file, directory);
	}
}

async function setAside(file: string): Promise<string> {
	const aside = `${file}.damaged`;
	const what = `${shorten(file)} is damaged, or was written by another version`;
	try {
		await rename(file, aside);
		return `${what}; it was set aside as ${shorten(aside)}, and the walkthrough starts anew.`;
	} catch {
		return `${what}; the walkthrough starts anew and will overwrite it.`;
	}
}
