import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { initialState, reduce } from '../src/engine/run/state.ts';
import { lessonsOf } from '../src/engine/run/replay-session.ts';
import { readLessonFolders } from '../src/commands/lessons-directory.ts';
import { readRecording } from '../src/commands/recordings-directory.ts';
import { digestOf } from '../src/lesson/digest.ts';

const directory = fileURLToPath(new URL('../assets/recordings', import.meta.url));
const names = readdirSync(directory);
const recordings = await Promise.all(
	names.map(async (name) => ({ name, ...(await readRecording(join(directory, name))) })),
);
const lessons = await readLessonFolders(fileURLToPath(new URL('../lessons', import.meta.url)));

test('there is one of root and one of an ordinary user on cgroup v2, and one of root on v1', () => {
	const kinds = recordings.map(({ name, header: { cgroup, uid } }) => [name, cgroup, uid === 0]);
	expect(kinds).toEqual([
		['root-v1.ndjson.gz', 'v1', true],
		['root-v2.ndjson.gz', 'v2', true],
		['user-v2.ndjson.gz', 'v2', false],
	]);
});

test.each(recordings)('$name shows the lessons as they are written now', ({ name, events }) => {
	const recorded = lessonsOf(events.map(({ event }) => event));
	const digests = new Set(recorded.map(({ started }) => started.digest));
	const changed = lessons.filter(({ source }) => !digests.has(digestOf(source)));
	if (changed.length > 0) {
		const folders = changed.map((lesson) => lesson.name).join(', ');
		throw new Error(
			`Changed since ${basename(name)} was recorded: ${folders}. ` +
				'Record the lessons again with `npm run record`, and commit assets/recordings.',
		);
	}
	expect(recorded).toHaveLength(lessons.length);
});

test.each(recordings)(
	'in $name every step passed, and tells what it asked of the kernel',
	({ events, note }) => {
		expect(note).toBeUndefined();
		for (const { started, events: own } of lessonsOf(events.map(({ event }) => event))) {
			const { steps, finished } = own.reduce(reduce, initialState);
			expect(finished).toBe(true);
			expect(steps.map(({ started: { step } }) => step)).toEqual(started.steps.map(({ id }) => id));
			expect(steps.filter(({ phase }) => phase !== 'passed')).toEqual([]);
			expect(steps.filter(({ trace }) => trace === undefined)).toEqual([]);
		}
	},
);

/** What runs on the machine that was booted for it; anything else may be nobody's business. */
const expected = [
	/^\[[^\]]+\]$/,
	/^\/sbin\/init$/,
	/^\/lib\/systemd\/systemd(-\w+)?( --user)?$/,
	/^\/usr\/bin\/dbus-daemon /,
	/^\/sbin\/agetty /,
	/^\(sd-pam\)$/,
	/^\/bin\/sh -e \/mnt\/input\/perform$/,
	/^systemd-run .* -p User=(root|learner) bash --login -c cd; LANG=C\.UTF-8 exec node /,
	/^(\/usr\/local\/bin\/)?node \/opt\/containers-under-the-hood\/dist\/(entry|guard)\.js /,
	/^bash -c .* stage \/tmp\/containers-under-the-hood-\d+\/\w+ /,
	/^(bash|ps aux|tail -f [ab]\.txt)$/,
];

test.each(recordings)('$name lists no process that is not for the public', ({ events }) => {
	const printed = events.map(({ event }) => (event.kind === 'output' ? event.text : '')).join('');
	// The eleventh column of `ps aux`.
	const commands = [
		...printed.matchAll(/^\w+ +\d+ +[\d.]+ +[\d.]+ .*? \d+:\d\d +\d+:\d\d (.*)$/gm),
	].map(([, command = '']) => command);
	expect(commands.length).toBeGreaterThan(50);
	expect(commands.filter((command) => !expected.some((pattern) => pattern.test(command)))).toEqual(
		[],
	);
});

test.each(recordings)('$name names no place or user of another machine', ({ name, header }) => {
	expect(header.kernel).toMatch(/-cloud-amd64$/);
	const text = gunzipSync(readFileSync(join(directory, name))).toString('utf8');
	const places = text.match(/\/(home|work|Users|mnt|srv|var|opt)\/[\w./-]+/g) ?? [];
	const known =
		/^\/(home\/learner\b|mnt\/input(\/perform)?$|opt\/containers-under-the-hood\/dist\/)/;
	expect([...new Set(places)].filter((place) => !known.test(place))).toEqual([]);
});

test('they are small', () => {
	const most = lessons.length * 15_000;
	for (const name of names) {
		expect(statSync(join(directory, name)).size).toBeLessThan(most);
	}
});

test('what replays them needs nothing of Linux', async () => {
	const { metafile } = await build({
		entryPoints: ['src/commands/replay.ts'],
		bundle: true,
		write: false,
		metafile: true,
		platform: 'node',
		format: 'esm',
		jsx: 'automatic',
		outdir: 'nowhere',
		splitting: true,
		alias: { 'react-devtools-core': './scripts/build/no-devtools.ts' },
	});
	const ours = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'));
	expect(ours).toContain('src/tui/walkthrough.tsx');
	expect(ours.filter((path) => /^src\/(stage|kernel)\//.test(path))).toEqual([]);
});
