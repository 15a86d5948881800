import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkWritable } from '../../src/progress/check-writable.ts';
import { progressDirectory } from '../../src/progress/directory.ts';
import { countAnswers, forget } from '../../src/progress/forget.ts';
import { stateOwnerOf } from '../../src/progress/state-owner.ts';
import { describeChange, stepToResume } from '../../src/progress/resume.ts';
import { noProgress, type Progress } from '../../src/progress/progress.ts';
import { explain } from '../../src/progress/progress-error.ts';
import { readProgress, saveProgress } from '../../src/progress/store.ts';
import { KnownError } from '../../src/text/known-error.ts';

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
	places: { 'the-leak': ['one', 'two-containers'] },
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
			'\t"places": {',
			'\t\t"the-leak": [',
			'\t\t\t"one",',
			'\t\t\t"two-containers"',
			'\t\t]',
			'\t},',
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
	['{"format": 1, "finished": {}, "places": {"chroot": 3}}', 'a place that is a number'],
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

test.each([
	[2, 'a newer'],
	[0, 'an older'],
])('a file of format %i is kept beside, and it is said who wrote it', async (format, version) => {
	await mkdir(directory, { recursive: true });
	await writeFile(join(directory, 'progress.json'), JSON.stringify({ format, lesson: 'x' }));
	const { progress, notice } = await readProgress(directory);
	expect(progress).toEqual(noProgress);
	expect(notice).toMatch(`was written by ${version} version of this program; it was set aside as`);
	expect(await readdir(directory)).toEqual([`progress.json.format-${format}`]);
});

test('a file of the first version is read', async () => {
	await mkdir(directory, { recursive: true });
	const text = '{"format": 1, "lesson": "chroot", "step": "two", "finished": {}}';
	await writeFile(join(directory, 'progress.json'), text);
	const { progress, notice } = await readProgress(directory);
	expect(progress).toMatchObject({ lesson: 'chroot', step: 'two', places: {}, predictions: {} });
	expect(notice).toBeUndefined();
});

test('a lesson is forgotten with all that is kept of it, and nothing else', () => {
	const both: Progress = {
		...progress,
		places: { chroot: ['one'], 'the-leak': ['one', 'two-containers'] },
		predictions: { ...progress.predictions, 'chroot-two/a': { said: 1, wasRight: true, on: 'x' } },
	};
	expect(forget(both, 'chroot')).toEqual({
		...both,
		places: { 'the-leak': ['one', 'two-containers'] },
		finished: { ldd: true },
		predictions: { 'chroot-two/a': { said: 1, wasRight: true, on: 'x' } },
	});
	expect(forget(both, 'the-leak')).toMatchObject({ lesson: 'the-leak', step: undefined });
	expect(forget(both, undefined)).toEqual(noProgress);
	expect(countAnswers(both, 'chroot')).toBe(1);
});

test.each([
	[['one', 'two', 'three'], 'three', undefined],
	[['one', 'two', 'new'], 'two', 'Lesson 3 has changed since: your place is now its step 2.'],
	[['first', 'second'], undefined, 'Lesson 3 has changed since: your place is now its step 1.'],
])('in a lesson whose steps are now %p the place is %p', (names, place, sentence) => {
	const lesson = { id: 'the-leak', number: 3, steps: names.map((id) => ({ id })) };
	const left = { ...progress, step: 'three', places: { 'the-leak': ['one', 'two', 'three'] } };
	expect(stepToResume(left, lesson)).toBe(place);
	expect(describeChange(left, [lesson])).toBe(sentence);
});

test('where only the step itself was kept, it is the place', () => {
	const lesson = { id: 'the-leak', number: 3, steps: [{ id: 'one' }, { id: 'two-containers' }] };
	expect(stepToResume({ ...progress, places: {} }, lesson)).toBe('two-containers');
	expect(describeChange({ ...progress, step: undefined }, [lesson])).toBeUndefined();
});

test('under sudo a place of the learner is found only where the learner is known', () => {
	const home = () => '/root';
	const directory = '/root/.local/state/containers-under-the-hood';
	const own = { directory, owner: undefined };
	expect(stateOwnerOf({}, 0, home)).toEqual(own);
	expect(stateOwnerOf({ SUDO_UID: '0', SUDO_GID: '0' }, 0, home)).toEqual(own);
	expect(stateOwnerOf({ SUDO_UID: 'x', SUDO_GID: '5' }, 0, home)).toEqual(own);
	expect(stateOwnerOf({ SUDO_UID: '4000000', SUDO_GID: '5' }, 0, home)).toEqual(own);
	expect(stateOwnerOf({ SUDO_UID: '1000', SUDO_GID: '1000' }, 1000, home)).toEqual(own);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('what root makes for somebody is theirs, and what was there keeps its owner', async () => {
	const owner = { uid: 12345, gid: 12346 };
	await saveProgress(directory, progress, owner);
	await saveProgress(directory, progress, owner);
	for (const path of ['state', 'state/containers-under-the-hood']) {
		expect(await stat(join(home, path))).toMatchObject(owner);
	}
	expect(await stat(join(directory, 'progress.json'))).toMatchObject(owner);
	expect(await stat(home)).toMatchObject({ uid: 0 });
});

asRoot('root follows no link that somebody else has made', async () => {
	const owner = { uid: 12345, gid: 12346 };
	await mkdir(directory, { recursive: true });
	await writeFile(join(home, 'precious'), 'mine');
	await symlink(join(home, 'precious'), join(directory, 'progress.json'));
	await expect(saveProgress(directory, progress, owner)).rejects.toThrow('is a link');
	expect(await readFile(join(home, 'precious'), 'utf8')).toBe('mine');
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
	await expect(saveProgress(directory, progress)).rejects.toThrow(KnownError);
	expect(await readFile(join(home, 'state'), 'utf8')).toBe('mine');
});

test('a place where the kernel lets nobody make anything is told, root or not', async () => {
	await expect(checkWritable('/proc/1/containers-under-the-hood')).rejects.toThrow(KnownError);
	await expect(checkWritable('/sys/kernel/containers-under-the-hood')).rejects.toThrow(KnownError);
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
