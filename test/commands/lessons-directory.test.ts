import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readLessonFolders, readLessons } from '../../src/commands/lessons-directory.ts';
import { lessonWith } from '../lesson/example.ts';
import { KnownError } from '../../src/text/known-error.ts';

let directory: string;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'lessons-'));
});

afterEach(async () => {
	await rm(directory, { recursive: true });
});

async function write(name: string, source: string): Promise<void> {
	await mkdir(join(directory, name));
	await writeFile(join(directory, name, 'lesson.md'), source);
}

const source = lessonWith('## A\n');

test('lessons come by number, not by name', async () => {
	await write('10-b', source);
	await write('9-a', source);
	const lessons = await readLessons(directory);
	expect(lessons.map(({ number }) => number)).toEqual([9, 10]);
	expect(lessons[0]?.file).toBe(join(directory, '9-a', 'lesson.md'));
});

test('files and folders that are no lessons are passed over', async () => {
	await write('01-a', source);
	await mkdir(join(directory, 'pictures'));
	await writeFile(join(directory, 'README.md'), '');
	await symlink('README.md', join(directory, 'link'));
	expect(await readLessons(directory)).toHaveLength(1);
});

test('a lesson written on Windows reads the same', async () => {
	await write('01-a', `\uFEFF${source.replaceAll('\n', '\r\n')}`);
	expect((await readLessonFolders(directory))[0]?.source).toBe(source);
});

test('the problems of all lessons come together', async () => {
	await write('01-a', 'x');
	await write('02-b', source);
	await write('c', source);
	const error: unknown = await readLessons(directory).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(KnownError);
	expect(error).toHaveProperty('exitCode', 2);
	expect(new Set((error as KnownError).problems.map(({ file }) => file))).toEqual(
		new Set(['01-a', 'c'].map((name) => join(directory, name, 'lesson.md'))),
	);
});

test.each([
	['a directory that does not exist', 'none', 'cannot be read: there is no such directory.'],
	['a file', 'file', 'cannot be read: it is a file, and a directory is needed.'],
	['a directory without lessons', 'empty', 'a lesson is a folder such as 01-a-root-of-its-own'],
	['a numbered folder without lesson.md', '.', 'The lesson in'],
])('%s is answered with a sentence', async (_, name, sentence) => {
	await writeFile(join(directory, 'file'), '');
	await mkdir(join(directory, 'empty'));
	await mkdir(join(directory, '01-a'));
	await expect(readLessons(join(directory, name))).rejects.toThrow(sentence);
	await expect(readLessons(join(directory, name))).rejects.toThrow(
		expect.objectContaining({ name: 'KnownError', exitCode: 2 }),
	);
});
