import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	type KnownLessons,
	type LessonFolder,
	parseLessonFolders,
} from '../lesson/lesson-folder.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { lessonError } from '../lesson/problem.ts';

/**
 * Reads the lessons of a directory, by number. Throws a KnownError with the problems of all of
 * them.
 */
export async function readLessons(directory: string, known?: KnownLessons): Promise<Lesson[]> {
	const { parsed, problems } = parseLessonFolders(await readLessonFolders(directory), known);
	if (problems.length > 0) {
		throw lessonError(problems);
	}
	return parsed.map(({ lesson }) => lesson);
}

/**
 * Reads the folders of a directory that hold a lesson, by name. Throws a KnownError where there is
 * none.
 */
export async function readLessonFolders(directory: string): Promise<LessonFolder[]> {
	const names = await foldersOf(directory);
	const read = await Promise.all(names.map((name) => readLessonFolder(directory, name)));
	const folders = read.filter((folder) => folder !== undefined);
	if (folders.length > 0) {
		return folders;
	}
	throw lessonError(
		`There are no lessons in ${directory}; a lesson is a folder such as 01-a-root-of-its-own with a file lesson.md.`,
	);
}

async function foldersOf(directory: string): Promise<string[]> {
	try {
		const entries = await readdir(directory, { withFileTypes: true });
		return entries
			.filter((entry) => !entry.isFile())
			.map(({ name }) => name)
			.sort();
	} catch (error) {
		throw lessonError(`The lessons in ${directory} cannot be read: ${reason(error)}.`);
	}
}

/** Reads one folder; undefined for one that holds something else, such as pictures. */
async function readLessonFolder(
	directory: string,
	name: string,
): Promise<LessonFolder | undefined> {
	const file = join(directory, name, 'lesson.md');
	try {
		const source = await readFile(file, 'utf8');
		return { name, file, source: source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
	} catch (error) {
		if (!/^\d/.test(name) && isMissing(error)) {
			return undefined;
		}
		throw lessonError(
			`The lesson in ${join(directory, name)} cannot be read: ${isMissing(error) ? 'it has no lesson.md' : reason(error)}.`,
		);
	}
}

function reason(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return reasons.get(code) ?? message;
}

const reasons = new Map<string | undefined, string>([
	['ENOENT', 'there is no such directory'],
	['ENOTDIR', 'it is a file, and a directory is needed'],
	['EACCES', 'you may not read it'],
]);

/** Whether an error says that a file is not there, or is below something that is no directory. */
function isMissing(error: unknown): boolean {
	return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
