import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { commandWith, type Lane, lanes, possibleLane, start } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

let state = '';
let terminal: OpenTerminal;

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true });
});

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	check(
		`as ${lane.name}, p shows a file by a path that another terminal reads, and reads it again`,
		async () => {
			await walkToStep4(open(lane), opening('1'));
			terminal.press('p');
			const screen = await terminal.waitFor(/Prove it[^]*Read at[^]*→ \//);
			const [path = ''] = /\/proc\/\d+\/root/.exec(screen) ?? [];
			const { stdout } = await execa('env', [...lane.become, 'readlink', path]);
			expect(stdout).toBe('/');
			const [time = ''] = /Read at [\d:]+/.exec(screen) ?? [];
			await terminal.waitFor(new RegExp(`^(?![^]*${time})[^]*Read at`));
			terminal.press('\x1b');
			await terminal.waitFor(/step 4 of/);
			terminal.press('q');
			expect(await terminal.exit).toBe(0);
		},
		180_000,
	);
}

test('in a recording, p shows what was recorded, and says so', async () => {
	const lane = possibleLane();
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
	const file = join(state, 'run.ndjson');
	await start(lane, ['run', '1', '--json', '--record', file]);
	await walkToStep4(openTerminal(...lane.command('replay', file)), '\r');
	terminal.press('p');
	expect(await terminal.waitFor(/Prove it/)).toMatch(/Recorded on[^]*\/proc\/\d+\/root\n +→ \/\n/);
	expect(terminal.text()).not.toMatch(/Read at|read again/);
	terminal.press('q');
	expect(await terminal.exit).toBe(0);
});

function open(lane: Lane): OpenTerminal {
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
	chownSync(state, lane.uid, -1);
	const [file, words] = commandWith(lane, [`XDG_STATE_HOME=${state}`]);
	return openTerminal(file, words);
}

/** Runs the steps of lesson 1, which these keys open, up to there. */
async function walkToStep4(opened: OpenTerminal, keys: string): Promise<void> {
	terminal = opened;
	await terminal.waitFor(/lessons finished/);
	terminal.press(keys);
	for (let presses = 0; presses < 60; presses++) {
		const screen = await terminal.waitFor(/^ *Enter {2}/m, 15_000);
		if (/step 4 of/.test(screen) && screen.includes('p prove')) {
			return;
		}
		terminal.press('\r');
		await terminal.waitForChange(screen);
	}

	await terminal.waitFor(/step 4 of[^]*p prove/, 100);
}
