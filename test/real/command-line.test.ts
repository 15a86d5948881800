import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { possibleLane, start } from '../helpers/lanes.ts';
import { lessonNumbers } from '../helpers/lesson-numbers.ts';

const lane = possibleLane();
let directory = '';
beforeAll(() => {
	directory = mkdtempSync('/tmp/cuth-command-line-');
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('a replayed recording prints the text of its run, and says where that was', async () => {
	const file = join(directory, 'run.ndjson');
	const run = await start(lane, ['run', '1', '2', '--plain', '--record', file]);
	const replay = await start(lane, ['replay', file, '--plain']);
	expect(run.exitCode).toBe(0);
	const label = /^Recorded, not run here: .*[^]*?\.\n\n/gm;
	const text = String(replay.stdout);
	expect(text.match(label)).toHaveLength(2);
	expect(text).toContain('\nRecorded: 2 lessons');
	const unlabelled = text
		.replace(label, '')
		.replaceAll('✓ Passed there.', '✓ Passed.')
		.replace('\nRecorded: ', '\n');
	expect(unlabelled).toBe(run.stdout);
	expect(run.stdout).toMatch(/2 lessons: \d+ steps passed, 0 failed, 0 skipped$/);
});

test('--json prints the header first, and a line of JSON for each event', async () => {
	const { stdout } = await start(lane, ['run', 'chroot', '--json']);
	const [header, ...events] = String(stdout)
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(header).toMatchObject({ format: 1, program: 'containers-under-the-hood', uid: lane.uid });
	expect(events.at(0)).toMatchObject({ kind: 'lesson-started', lesson: 'chroot' });
	expect(events.at(-1)).toMatchObject({ kind: 'lesson-finished' });
});

test('a reader that goes away ends the run, and nothing is left', async () => {
	const before = takeInventory();
	const [file, words] = lane.command('run', '--json');
	const { stdout } = await execa('bash', ['-c', '"$@" | head -1', 'bash', file, ...words]);
	expect(JSON.parse(stdout)).toMatchObject({ format: 1 });
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('without a terminal the walkthrough says what to type instead', async () => {
	const { stderr, exitCode } = await start(lane, [], { stdin: 'ignore' });
	expect(stderr).toMatch(/needs a terminal.*run --plain/);
	expect(exitCode).toBe(1);
});

test.each([
	{ words: ['runs'], stderr: 'There is no command "runs". Did you mean run?' },
	{ words: ['run', 'nineteen'], stderr: /^There is no lesson "nineteen"\. There are 0 \(/ },
	{ words: ['export', 'chrot'], stderr: 'There is no lesson "chrot". Did you mean chroot?' },
	{ words: ['run', '--lessons', '/nowhere'], stderr: /^The lessons in \/nowhere cannot be read/ },
])('$words is answered with a sentence and 2', async ({ words, stderr }) => {
	const result = await start(lane, words);
	expect(result.stderr).toMatch(stderr);
	expect(result.exitCode).toBe(2);
	expect(result.stdout).toBe('');
});

test('cleanup says that nothing was left', async () => {
	const { stdout, exitCode } = await start(lane, ['cleanup']);
	expect(stdout).toBe('Nothing was left.');
	expect(exitCode).toBe(0);
});

test('the lessons that come with the program have no problems', async () => {
	const { stdout, exitCode } = await start(lane, ['check']);
	expect(stdout).toBe(`${lessonNumbers.length} lessons, no problems.`);
	expect(exitCode).toBe(0);
});

test('list names every lesson, doctor judges all of them, and doctor --json is one object', async () => {
	const [plain, json, list] = await Promise.all([
		start(lane, ['doctor']),
		start(lane, ['doctor', '--json']),
		start(lane, ['list']),
	]);
	const examination = JSON.parse(String(json.stdout)) as { lessons: { title: string }[] };
	expect(examination.lessons).toHaveLength(lessonNumbers.length);
	expect(plain.stdout).toMatch(/^lessons {5}0/m);
	for (const { title } of examination.lessons) {
		expect(list.stdout).toContain(title);
	}
});

test('every step of the plain text shows command, exit code, and before and after', async () => {
	const { stdout } = await start(lane, ['run', '1', '--plain']);
	const steps = String(stdout)
		.split(/^── \d of /m)
		.slice(1);
	expect(steps.length).toBeGreaterThan(2);
	for (const step of steps) {
		expect(step).toMatch(/^ {2}host +sandbox.*# /m);
		expect(step).toMatch(/^ {2}└ exit \d+/m);
		expect(step).toMatch(/^Before and after$/m);
	}
});

test('--version is that of the package', async () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	const { stdout } = await start(lane, ['--version']);
	expect(stdout).toBe(version);
});
