import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commandWith, ordinary, possibleLane, root } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

const lane = possibleLane();
const home = 'containers-under-the-hood';
let state = '';
let terminal: OpenTerminal;

beforeEach(() => {
	state = mkdtempSync('/tmp/cuth-state-');
	mkdirSync(join(state, home));
});

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true });
});

test.each([
	{ columns: 80, rows: 24 },
	{ columns: 60, rows: 18 },
])(
	'at $columns columns a step of another lesson is found by typing, and gone to',
	async (size) => {
		open(size);
		await listed();
		terminal.press('j');
		await terminal.waitFor(/Go to which step\?/);
		terminal.press('bash asks');
		await terminal.waitFor(/Go to which step\? {2}bash asks/);
		terminal.press('\x7f'.repeat(9) + 'mkdir my-');
		await terminal.waitFor(/❯ +1\.1 .*mkdir/);
		terminal.press('\x7f\x7f\x7f\x7f\x7f');
		terminal.press('\x7f\x7f\x7f\x7f3.2');
		await terminal.waitFor(/Go to which step\? {2}3\.2[^]*❯ +3\.2 /);
		terminal.press('\r');
		await terminal.waitFor(/The leak.*step 2 of/, 20_000);
	},
	40_000,
);

test('s performs the step that waits, and says that it was skipped', async () => {
	open();
	await openLesson();
	terminal.press('s');
	await terminal.waitFor(/step 2 of[^]*! Step 1 is skipped: performed unseen/);
	terminal.press('\x1b[D');
	await terminal.waitFor(/✓.*step 1 of/);
});

test('x resets the step, the lesson and everything, and says first what is lost', async () => {
	write({ finished: { leak: true }, predictions: { 'chroot/a-shell-inside-it': answer } });
	open();
	await openLesson();
	terminal.press('s');
	await terminal.waitFor(/step 2 of/);
	terminal.press('x');
	await terminal.waitFor(/❯ Step 2: [^]*Lost: whatever was changed/);
	terminal.press('\r');
	await terminal.waitFor(/^ +1 .*step 2 of/);
	await progressIs({
		lesson: 'chroot',
		places: { chroot: [expect.anything(), expect.anything()] },
	});

	terminal.press('x');
	await terminal.waitFor(/Reset what\?/);
	terminal.press('\x1b[B');
	await terminal.waitFor(/❯ Lesson 1: [^]*your place in it and 1 answer\./);
	terminal.press('\r');
	await terminal.waitFor(/step 1 of/);
	await progressIs({ predictions: {}, finished: { leak: true } });

	terminal.press('x');
	await terminal.waitFor(/Reset what\?/);
	terminal.press('\x1b[F');
	await terminal.waitFor(/❯ Everything: [^]*finished 1 of them[^]*There is no way back/);
	terminal.press('\r');
	await terminal.waitFor(/0 of \d+ lessons finished[^]*Everything is reset/);
	// It says so when that is on the disk.
	expect(progress()).toEqual({ format: 1, finished: {}, predictions: {}, places: {} });
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
}, 40_000);

test('after kill -9 the learner is where they were, in each lesson', async () => {
	open();
	await openLesson();
	terminal.press('s');
	await terminal.waitFor(/step 2 of/);
	await progressIs({
		lesson: 'chroot',
		places: { chroot: [expect.anything(), expect.anything()] },
	});
	process.kill(terminal.pid, 'SIGKILL');
	await terminal.close();
	open();
	await terminal.waitFor(/❯ +1 .*● step 2 of/);
	terminal.press('\r');
	await terminal.waitFor(/Enter {2}(run|read on)/);
	terminal.press('l');
	await terminal.waitFor(/lessons finished/);
	terminal.press('\x1b[B');
	await terminal.waitFor(/❯ +2 /);
	terminal.press('\r');
	await terminal.waitFor(/Bash moves in.*step 1 of/, 20_000);
	terminal.press('q');
	await terminal.exit;
	await terminal.close();
	open();
	await terminal.waitFor(/ 1 +A root of its own.*● step 2 of/);
}, 180_000);

test('in a lesson that an upgrade has changed, the place is the nearest step before', async () => {
	write({
		lesson: 'chroot',
		step: 'gone',
		places: { chroot: [firstStep(), 'gone'] },
		finished: {},
	});
	open();
	await terminal.waitFor(/! Lesson 1 has changed since: your place is now its step 1\./);
});

const underSudo = root.possible && ordinary.uid !== 0 ? test : test.skip;

underSudo(
	'under sudo the place is kept in the home of the learner, and is theirs',
	async () => {
		const parts = ['.local', 'state', home, 'progress.json'];
		const paths = parts.map((_, index) => join(ordinary.home, ...parts.slice(0, index + 1)));
		const first = paths.find((path) => !existsSync(path)) ?? '';
		const { gid } = statSync(ordinary.home);
		try {
			const sudo = [`SUDO_UID=${ordinary.uid}`, `SUDO_GID=${gid}`, 'XDG_STATE_HOME='];
			terminal = openTerminal(...commandWith(root, sudo));
			await openLesson();
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
			for (const path of paths) {
				expect([path, statSync(path).uid, statSync(path).gid]).toEqual([path, ordinary.uid, gid]);
			}

			await terminal.close();
			terminal = openTerminal(...ordinary.command());
			await listed();
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
		} finally {
			if (first !== '') {
				rmSync(first, { recursive: true, force: true });
			}
		}
	},
	40_000,
);

function open(size: { readonly columns?: number; readonly rows?: number } = {}): void {
	const [file, words] = lane.command();
	terminal = openTerminal(file, words, { ...size, environment: { XDG_STATE_HOME: state } });
}

const listed = () => terminal.waitFor(/❯ +\d+ /);

async function openLesson(): Promise<void> {
	await listed();
	terminal.press(opening('1'));
	await terminal.waitFor(/A root of its own.*step 1 of/);
}

const answer = { said: 0, wasRight: false, on: '2026-01-01' };
const file = () => join(state, home, 'progress.json');
const write = (kept: object) => {
	writeFileSync(file(), JSON.stringify({ format: 1, finished: {}, ...kept }));
};
const progress = () => JSON.parse(readFileSync(file(), 'utf8')) as unknown;

/** Waits until these fields are so, and nothing else is in them: it is written after the screen has been drawn. */
async function progressIs(expected: object): Promise<void> {
	const deadline = performance.now() + 5000;
	for (;;) {
		try {
			expect(progress()).toEqual(expect.objectContaining(expected));
			return;
		} catch (error) {
			if (performance.now() > deadline) {
				throw error;
			}
		}

		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

function firstStep(): string {
	const [, title = ''] =
		/^## (.*)$/m.exec(readFileSync('lessons/01-a-root-of-its-own/lesson.md', 'utf8')) ?? [];
	return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
