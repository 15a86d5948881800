import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ownRecordings } from '../../src/commands/recordings.ts';
import { readRecordings } from '../../src/commands/recordings-directory.ts';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { commandWith, type Lane, lanes, possibleLane, root, start } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';
import { pressUntil } from '../helpers/press-until.ts';

/** The slowest is a busy machine that performs a lesson, watched by strace. */
const patience = 60_000;

let state = '';
let before: Inventory;
let terminal: OpenTerminal;

beforeEach(() => {
	before = takeInventory();
	state = mkdtempSync(join(tmpdir(), 'cuth-calls-'));
});

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true, force: true });
});

for (const lane of lanes) {
	(lane.possible ? describe : describe.skip)(`as ${lane.name}`, () => {
		test(
			'u shows what chroot asks of the kernel; Esc leads back to the step',
			async () => {
				await openLesson(lane);
				await pressUntil(terminal, /step 2 of[^]*u calls/);
				terminal.press('u');
				await terminal.waitFor(/Under the hood of step 2[^]*(stage|again), /);
				const screen = await terminal.waitFor(/chroot\(2\)/, patience);
				expect(screen).toMatch(
					/# chroot my-container bash\n[^]*chroot\("my-container"\) = 0 +chroot\(2\)\n[^]*execve\("[^"]*\/bash", \["bash"\], .*= -1 ENOENT/,
				);
				expect(screen).toMatch(/✗ No such file or directory\. There is no such program/);
				terminal.press('y');
				await terminal.waitFor(/\d calls copied/);
				expect(terminal.clipboard()).toContain('\nchroot("my-container") = 0\n');
				terminal.press('\x1b');
				await terminal.waitFor(/step 2 of[^]*Enter {2}next step/);
				terminal.press('\r');
				await terminal.waitFor(/step 3 of/);
				await quit();
			},
			2 * patience,
		);

		test(
			'Esc stops it, and u begins again',
			async () => {
				await openLesson(lane);
				await pressUntil(terminal, /step 1 of/);
				terminal.press('j');
				await terminal.waitFor(/Go to which step/);
				terminal.press('\x1b[B'.repeat(4));
				terminal.press('\r');
				await terminal.waitFor(/step 5 of[^]*Enter {2}/, patience);
				terminal.press('\x1b[D');
				await terminal.waitFor(/step 4 of[^]*u calls/);
				terminal.press('u');
				await terminal.waitFor(/Performing step [1-4] of \d+ again/, patience);
				terminal.press('\x1b');
				await terminal.waitFor(/step 4 of[^]*u calls/);
				terminal.press('u');
				await terminal.waitFor(/readlink\("\/proc\/\d+\/root"/, patience);
				terminal.press('\x1b');
				await terminal.waitFor(/step 4 of/);
				await quit();
			},
			2 * patience,
		);

		test(
			'q while it is looked for leaves nothing',
			async () => {
				await openLesson(lane);
				await pressUntil(terminal, /step 2 of[^]*u calls/);
				terminal.press('u');
				await terminal.waitFor(/⋯|⠋|⠙|⠹|⠸|⠼|⠴|⠦|⠧|⠇|⠏/);
				await quit();
			},
			2 * patience,
		);
	});
}

(root.possible ? test : test.skip)(
	'without strace u says so, what would help, and shows a recorded trace where there is one',
	async () => {
		// Where it is on most machines; nowhere else is this seen.
		const hide = 'mount --bind /dev/null "$(type -P strace)"; exec "$@"';
		await openLesson(root, ['unshare', '--mount', 'bash', '-c', hide, 'hide']);
		await pressUntil(terminal, /step 2 of[^]*u calls/);
		terminal.press('u');
		const screen = await terminal.waitFor(/strace[^]*→ /, patience);
		expect(screen).toMatch(
			(await isRecorded())
				? /Recorded on[^]*host · recorded[^]*chroot\("my-container"\) = 0/
				: /No recording has these calls either/,
		);
		terminal.press('\x1b');
		await terminal.waitFor(/step 2 of/);
		await quit();
	},
	2 * patience,
);

test(
	'a recording has them, and says that they were recorded',
	async () => {
		const lane = possibleLane();
		const file = join(state, 'run.ndjson');
		await start(lane, ['run', '1', '--trace', '--plain', '--record', file]);
		terminal = openTerminal(...lane.command('replay', file));
		await terminal.waitFor(/lessons finished/);
		terminal.press('\r');
		await pressUntil(terminal, /step 2 of[^]*u calls/);
		terminal.press('u');
		await terminal.waitFor(/Recorded on[^]*host · recorded[^]*chroot\("my-container"\) = 0/);
		await quit();
	},
	2 * patience,
);

test(
	'a screen reader is told how far it is, each stage once, and the calls in words',
	async () => {
		const [file, words] = possibleLane().command('--screen-reader');
		const environment = { XDG_STATE_HOME: state };
		terminal = openTerminal(file, words, { rows: 160, environment });
		await terminal.waitFor(/Keys: Enter open/, patience);
		terminal.press(opening('1'));
		for (const offer of [
			/step 1 of \d[^]*Keys: Enter run/,
			/step 1 of \d[^]*Keys: Enter next step/,
			/step 2 of \d[^]*Keys: Enter run anyway/,
		]) {
			await terminal.waitFor(offer, patience);
			terminal.press('\r');
		}

		await terminal.waitFor(/step 2 of[^]*Keys: Enter next step, u calls/);
		terminal.press('u');
		const told = await terminal.waitFor(/Keys: Enter back to the step/, patience);
		expect(told.match(/Setting a second stage/g)).toHaveLength(1);
		expect(told).toMatch(
			/Performing step 2 of[^]*host:\n {2}# chroot my-container bash\n[^]*chroot\("my-container"\) = 0, chroot\(2\)\n[^]*failed: No such file or directory\./,
		);
		await quit();
	},
	2 * patience,
);

/** As many rows as the calls of a step take. */
async function openLesson(lane: Lane, prefix: readonly string[] = []): Promise<void> {
	chownSync(state, lane.uid, -1);
	const [file, words] = commandWith(lane, [`XDG_STATE_HOME=${state}`]);
	const [first = '', ...others] = [...prefix, file, ...words];
	terminal = openTerminal(first, others, { rows: 60 });
	await terminal.waitFor(/0 of \d+ lessons finished/, patience);
	terminal.press(opening('1'));
}

async function quit(): Promise<void> {
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
	expect(await leftSince(before, 6000)).toEqual([]);
}

async function isRecorded(): Promise<boolean> {
	const recordings = await readRecordings(ownRecordings());
	return recordings.some(({ events }) => events.some(({ event }) => event.kind === 'traced'));
}
