import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { elfBytes } from '../kernel/elf-bytes.ts';
import { possibleLane, start } from '../helpers/lanes.ts';

const lane = possibleLane();
const otherMachine =
	process.arch === 'arm64' ? { number: 62, name: 'x86-64' } : { number: 183, name: 'arm64' };
let directory = '';

beforeAll(() => {
	directory = mkdtempSync('/tmp/cuth-why-');
	const foreign = elfBytes({ type: 2, machine: otherMachine.number });
	writeFileSync(join(directory, 'foreign'), foreign, { mode: 0o755 });
	writeFileSync(join(directory, 'script'), '#!/bin/sh\n', { mode: 0o755 });
	for (const [index, text] of lessons().entries()) {
		const folder = join(directory, `0${index + 1}-why`);
		mkdirSync(folder);
		writeFileSync(join(folder, 'lesson.md'), text);
	}
});
afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('a program that cannot be started in a chroot is told with what is missing', async () => {
	const { stdout, exitCode } = await start(lane, ['run', '--lessons', directory, '--json']);
	const whys = String(stdout)
		.split('\n')
		.map((line) => JSON.parse(line) as LessonEvent)
		.flatMap((event) => (event.kind === 'step-finished' ? [event.why] : []));
	expect(exitCode).toBe(1);
	expect(whys).toEqual([
		expect.stringMatching(
			/^`chroot jail bash` exited with 127, .* 0\. `jail\/bin\/bash` is there, but its loader, `\/\S*ld\S*`, is not in jail\.$/,
		),
		expect.stringMatching(
			/exited with 127, .* 0\. `jail\/script` is there, but the program that is to read it, `\/bin\/sh`, is not in jail\.$/,
		),
		expect.stringContaining(
			`0. \`jail/foreign\` is a program for ${otherMachine.name}, and this machine is `,
		),
	]);
});

/** One for each program, because nothing that builds on a failed step is typed. */
function lessons(): readonly string[] {
	const lesson = (id: string, ...commands: readonly string[]) =>
		[
			...['---', 'format: 1', `id: ${id}`, 'title: Why', 'minutes: 1', '---', '', 'A program.', ''],
			...['## Start it', '', '```sh host', 'mkdir jail', ...commands, '```', ''],
			...['```needs', 'chroot', '```', '', '```expect', 'file jail exists', '```', ''],
		].join('\n');
	return [
		lesson('loader', 'cp -L --parents /bin/bash jail', 'chroot jail bash'),
		lesson('script', `cp ${directory}/script jail`, 'chroot jail /script'),
		lesson('machine', `cp ${directory}/foreign jail`, 'chroot jail /foreign'),
	];
}
