import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { possibleLane, start } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';
import { pressUntil } from '../helpers/press-until.ts';

const lane = possibleLane();
let state = '';
let before: Inventory;
let terminal: OpenTerminal;

beforeEach(async () => {
	before = takeInventory();
	// A learner who has not been here before.
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
	terminal = open();
	await terminal.waitFor(/0 of \d+ lessons finished/);
});

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true });
});

test('a lesson is walked to its end with one key, and quitting leaves nothing', async () => {
	terminal.press(opening('1'));
	await terminal.waitFor(/A root of its own.*step 1 of 6/);
	// The command is on the screen before it runs.
	await pressUntil(terminal, /# mkdir my-container\n/);
	expect(terminal.text()).not.toContain('exit 0');
	await walkToTheEnd();
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
	expectSaneTerminal();
	expect(progress()).toMatchObject({ finished: { chroot: true } });
	expect(await leftSince(before, 2000)).toEqual([]);
}, 180_000);

test('a failure that the lesson expects is shown with its exit code', async () => {
	await runStep(2);
	expect(await terminal.waitFor(/exit 127/)).toMatch(/No such file or directory/);
	expect(terminal.text()).toMatch(/✓ (both|all \d+) checks passed/);
	terminal.press('o');
	await terminal.waitFor(/✓ exit 127/);
});

test('the learner comes back to the step where the program was left', async () => {
	await runStep(2);
	terminal.press('q');
	await terminal.exit;
	await terminal.close();
	terminal = open();
	await terminal.waitFor(/step 3 of 6.*resume/s);
	terminal.press('\r');
	await terminal.waitFor(/Which half failed/);
});

test.each([
	{ columns: 120, rows: 40 },
	{ columns: 60, rows: 18 },
	{ columns: 50, rows: 12 },
])(
	'at $columns x $rows nothing is wider than the terminal, and the keys are shown',
	async (size) => {
		await runStep(1);
		terminal.resize(size);
		// What is too wide would push the end of the last line out of the terminal.
		await terminal.waitFor(/^[^\n]*step 1 of 6[^]*keys[^\n]*quit$/);
		expect(terminal.text()).toMatch(/exit 0|directory|my-container/);
	},
);

test.each([
	{ stage: 'in the list', reach: () => Promise.resolve() },
	{ stage: 'before a step', reach: () => openLesson() },
	{ stage: 'while a lesson is being set up', reach: () => startLesson('4') },
	{ stage: 'after a step', reach: () => runStep(1) },
	{ stage: 'in the overlay of the keys', reach: () => openOverlay() },
])('q $stage leaves the terminal and the machine as they were', async ({ reach }) => {
	await reach();
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
	expectSaneTerminal();
	expect(await leftSince(before, 2000)).toEqual([]);
});

test.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)('%s cleans up and restores the terminal', async (signal, exitCode) => {
	await runStep(1);
	process.kill(terminal.pid, signal);
	expect(await terminal.exit).toBe(exitCode);
	expectSaneTerminal();
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('a recording is walked through on the same screens, and nothing runs', async () => {
	const file = join(state, 'run.ndjson');
	await start(lane, ['run', '1', '--json', '--record', file]);
	await terminal.close();
	const recorded = takeInventory();
	terminal = openTerminal(...lane.command('replay', file));
	await terminal.waitFor(/0 of 1 lessons finished/);
	await searchesWhatIsRecorded();
	terminal.press('\r');
	await pressUntil(terminal, /exit 127/);
	expect(await leftSince(recorded, 0)).toEqual([]);
	await walkToTheEnd();
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
});

const asRoot = lane.uid === 0 ? test : test.skip;

asRoot(
	'the first Ctrl-C stops the command that runs, the second quits',
	async () => {
		await startLesson('6');
		await terminal.waitFor(/step 1 of/);
		terminal.press('j');
		await terminal.waitFor(/Go to which step/);
		terminal.press('\x1b[B');
		terminal.press('\r');
		await terminal.waitFor(/A busy program.*Enter {2}run/s, 20_000);
		terminal.press('\r');
		await terminal.waitFor(/time \{ busy.*running/s);
		terminal.press('\x03');
		await terminal.waitFor(/exit 130.*This step failed/s);
		terminal.press('\x03');
		expect(await terminal.exit).toBe(0);
		expectSaneTerminal();
		expect(await leftSince(before, 2000)).toEqual([]);
	},
	180_000,
);

/** Not only the titles. */
async function searchesWhatIsRecorded(): Promise<void> {
	terminal.press('j');
	await terminal.waitFor(/Go to which step/);
	terminal.press('mkdir my-container');
	await terminal.waitFor(/^ *❯ +1\.1 .* mkdir my-container/m);
	terminal.press('\x1b');
	await terminal.waitFor(/0 of 1 lessons finished/);
}

function open(): OpenTerminal {
	const [file, words] = lane.command();
	return openTerminal(file, words, { environment: { XDG_STATE_HOME: state } });
}

async function startLesson(number: string): Promise<void> {
	terminal.press(opening(number));
	await terminal.waitFor(/^(?!.*Containers under the hood)/);
}

async function openLesson(): Promise<void> {
	await startLesson('1');
	await terminal.waitFor(/A root of its own.*step 1 of 6/);
}

async function openOverlay(): Promise<void> {
	await openLesson();
	terminal.press('?');
	await terminal.waitFor(/Read on, run what is shown/);
}

/** Runs the first steps of lesson 1, up to this one. */
async function runStep(last: number): Promise<void> {
	await openLesson();
	for (let step = 1; step <= last; step++) {
		await pressUntil(terminal, new RegExp(`${'✓ '.repeat(step).trim()}.*step ${step} of 6`));
		if (step < last) {
			await pressUntil(terminal, new RegExp(`step ${step + 1} of 6`));
		}
	}
}

const walkToTheEnd = () => pressUntil(terminal, /finished[^]*6 steps passed/);

function progress(): unknown {
	return JSON.parse(
		readFileSync(join(state, 'containers-under-the-hood', 'progress.json'), 'utf8'),
	);
}

/** The main screen, with a cursor, and no mode left on. */
function expectSaneTerminal(): void {
	expect(terminal.isAlternateScreen()).toBe(false);
	expect(terminal.isCursorHidden()).toBe(false);
}
