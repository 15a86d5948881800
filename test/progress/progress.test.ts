import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkWritable } from '../../src/progress/check-writable.ts';
import { progressDirectory } from '../../src/progress/directory.ts';
import { noProgress, type Progress } from '../../src/progress/progress.ts';
import { explain, ProgressError } from '../../src/progress/progress-error.ts';
import { readProgress, saveProgress } from '../../src/progress/store.ts';

let home = '';
let directory = '';

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'progress-test-'));
	directory = join(home, 'state', 'containers-under-the-hood');
});

afterEach(async () => {
	await rm(home, { recursive: true });
});

const progress: Progress = {
	format: 1,
	lesson: 'the-leak',
	step: 'two-containers',
	finished: { chroot: true, ldd: true },
	predictions: { 'chroot/a-shell-inside-it': { said: 0, wasRight: false, on: '2026-11-24' } },
};

test('whoever begins has done nothing', async () => {
	await expect(readProgress(directory)).resolves.toEqual({
		progress: noProgress,
		notice: undefined,
	});
	expect(await readdir(home)).toEqual([]);
});

test('what is saved is read again, and nothing else is left beside it', async () => {
	await saveProgress(directory, noProgress);
	await saveProgress(directory, progress);
	await expect(readProgress(directory)).resolves.toEqual({ progress, notice: undefined });
	expect(await readdir(directory)).toEqual(['progress.json']);
});

test('the file can be read by a person', async () => {
	await saveProgress(directory, progress);
	expect(await readFile(join(directory, 'progress.json'), 'utf8')).toBe(
		[
			'{',
			'\t"format": 1,',
			'\t"lesson": "the-leak",',
			'\t"step": "two-containers",',
			'\t"finished": {',
			'\t\t"chroot": true,',
			'\t\t"ldd": true',
			'\t},',
			'\t"predictions": {',
			'\t\t"chroot/a-shell-inside-it": {',
			'\t\t\t"said": 0,',
			'\t\t\t"wasRight": false,',
			'\t\t\t"on": "2026-11-24"',
			'\t\t}',
			'\t}',
			'}',
			'',
		].join('\n'),
	);
});

test.each([
	['', 'an empty file'],
	['{"format": 1, "les', 'half a file'],
	['null', 'null'],
	['{"format": 1}', 'a file without what is finished'],
	['{"format": 2, "finished": {}}', 'a newer file'],
	['{"format": 1, "lesson": 3, "finished": {}}', 'a lesson that is a number'],
	['{"format": 1, "finished": {"chroot": "yes"}}', 'another word than true'],
	['{"format": 1, "finished": ["chroot"]}', 'a list'],
])('%p, %s, is set aside with a sentence', async (text) => {
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, 'progress.json'), text);
	const read = await readProgress(directory);
	expect(read.progress).toEqual(noProgress);
	expect(read.notice).toMatch(/progress\.json is damaged.*set aside as .*progress\.json\.damaged/);
	expect(await readdir(directory)).toEqual(['progress.json.damaged']);
	expect(await readFile(join(directory, 'progress.json.damaged'), 'utf8')).toBe(text);
});

test('that a place can be written is found out without a trace', async () => {
	await checkWritable(directory);
	expect(await readdir(home)).toEqual([]);
	await saveProgress(directory, progress);
	await checkWritable(directory);
	expect(await readdir(directory)).toEqual(['progress.json']);
});

test('a file in the way is named, and left', async () => {
	await writeFile(join(home, 'state'), 'mine');
	await expect(checkWritable(directory)).rejects.toMatchObject({
		message:
			`Your progress cannot be kept: ${join(home, 'state')} is not a directory. ` +
			'Move it away, or name another directory with `XDG_STATE_HOME=DIRECTORY`.',
	});
	await expect(saveProgress(directory, progress)).rejects.toThrow(ProgressError);
	expect(await readFile(join(home, 'state'), 'utf8')).toBe('mine');
});

test('a place where the kernel lets nobody make anything is told, root or not', async () => {
	await expect(checkWritable('/proc/1/containers-under-the-hood')).rejects.toThrow(ProgressError);
	await expect(checkWritable('/sys/kernel/containers-under-the-hood')).rejects.toThrow(
		ProgressError,
	);
});

test.each([
	['EACCES', '/h/s/c', 'Make it yours again with `sudo chown -R "$USER" /h/s/c`.'],
	['EACCES', '/h/s/c/progress.json', '`sudo chown -R "$USER" /h/s/c/progress.json`'],
	['EACCES', '/h/s', '`sudo chown "$USER" /h/s`'],
	['EPERM', '/h/s/c', 'sudo chown'],
	['EROFS', '/h/s/c', 'is on a file system that is read-only. '],
	['ENOSPC', '/h/s/c', 'is on a disk that is full. Make room there (see `df -h /h/s/c`)'],
	['EDQUOT', '/h/s/c', 'is on a disk that is full'],
	['EIO', '/h/s/c', 'cannot be used (EIO happened). Mend that, or name another directory'],
])('%s at %s is told with what to do', (code, place, sentence) => {
	const cause = Object.assign(new Error(`${code} happened`), { code });
	expect(explain(cause, place, '/h/s/c').message).toContain(sentence);
});

test.each([
	[{}, '/home/ada/.local/state/containers-under-the-hood'],
	[{ XDG_STATE_HOME: '/var/ada' }, '/var/ada/containers-under-the-hood'],
	[{ XDG_STATE_HOME: '' }, '/home/ada/.local/state/containers-under-the-hood'],
	[{ XDG_STATE_HOME: 'relative' }, '/home/ada/.local/state/containers-under-the-hood'],
])('%o puts it into %s', (environment, expected) => {
	expect(progressDirectory(environment, '/home/ada')).toBe(expected);
});
