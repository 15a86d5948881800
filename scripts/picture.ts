// `npm run picture`: walks through the walkthrough in a terminal and makes the README's pictures of what
// it shows, in `assets/pictures`. With `--check` it only tells which of them are not what is shown any more.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from './pictures/build-program.ts';
import { drawRows, drawScreen, type Size } from './pictures/draw-screen.ts';
import { drawWalk, type Screen } from './pictures/draw-walk.ts';
import { openProgram } from './pictures/walk.ts';
import { root } from './run/root.js';

const small = { cols: 80, rows: 24 };
const wide = { cols: 120, rows: 36 };
const recording = `${root}assets/recordings/root-v2.ndjson.gz`;
/** Keys, and what the screen shows once they have done what they are for. */
type Press = readonly [keys: string, pattern: RegExp];
/** What each picture is, by its file. */
type Pictures = Readonly<Record<string, string>>;

/** In the first row the mark of a step that waits is `●`. */
const run: Press = ['\r', /^[^\n●]*step \d+ of/];

const fileOf = (name: string) => `${root}assets/pictures/${name}`;
const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const directory = mkdtempSync(join(tmpdir(), 'cuth-picture-'));
const program = join(directory, 'program.js');
try {
	await buildProgram(program);
	const pictures = {
		'lessons.svg': await picture(small),
		'question.svg': await picture(small, 'process-ids/one-command-and-no-more', ['b', /❯ b/]),
		'step.svg': await picture(small, 'process-ids/the-second-one-likewise', run),
		'calls.svg': await picture(small, 'process-ids/one-command-and-no-more', run, [
			'u',
			/Under the hood/,
		]),
		'limits.svg': await picture(small, 'limits/one-core', run),
		'wide.svg': await picture(wide, 'process-ids/a-proc-of-its-own', ['a', /❯ a/], run),
		'walk.svg': await walk(),
	};
	process.exitCode = process.argv.includes('--check') ? check(pictures) : keep(pictures);
} finally {
	rmSync(directory, { recursive: true });
}

/** @param place The step to open, as the list offers to where the learner was; undefined for the list itself. */
async function picture(size: Size, place?: string, ...presses: readonly Press[]): Promise<string> {
	const at = openProgram([program, recording, ...(place?.split('/') ?? [])], size);
	await at.shows(/of \d+ lessons/);
	if (place !== undefined) {
		await at.press('\r', /step \d+ of/);
	}
	for (const [keys, pattern] of presses) {
		await at.pressUntil(keys, pattern);
	}
	const drawn = drawScreen(at.terminal);
	await at.close();
	return drawn;
}

/** Lesson 1, with a wrong answer and a right one. A screen is kept each time that something is to be seen. */
async function walk(): Promise<string> {
	const at = openProgram([program, recording], small);
	const screens: Screen[] = [];
	await at.shows(/of \d+ lessons/);
	see(2);
	await at.pressUntil('\x1b[B', /❯ +1 /);
	await at.press('\r', /step 1 of/);
	see(4);
	for (let step = 1; !/finished\b[^]*Next: /.test(at.text());) {
		if (/^ *a {2}\S/m.test(at.text()) && !/❯ [abcd] /.test(at.text())) {
			const answer = step === 2 ? 'a' : 'b';
			await at.press(answer, new RegExp(`❯ ${answer}`));
			see(3);
		}

		const before = at.text();
		await at.press('\r', { test: (text: string) => text !== before });
		step = Number(/step (\d+) of/.exec(at.text())?.[1] ?? step);
		see(3.5);
	}

	await at.close();
	return drawWalk(small, screens);

	function see(seconds: number): void {
		const still = /Before and after[^]*Why/.test(at.text());
		screens.push({ seconds, still, rows: drawRows(at.terminal) });
	}
}

function keep(pictures: Pictures): number {
	for (const [name, svg] of Object.entries(pictures)) {
		writeFileSync(fileOf(name), svg);
	}
	return 0;
}

function check(pictures: Pictures): number {
	const old = Object.entries(pictures).filter(([name, svg]) => read(fileOf(name)) !== svg);
	for (const [name] of old) {
		console.error(
			`assets/pictures/${name} is not what the program shows: run \`npm run picture\`.`,
		);
	}

	return old.length === 0 ? 0 : 1;
}
