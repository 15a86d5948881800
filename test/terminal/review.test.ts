import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { possibleLane, start } from '../helpers/lanes.ts';
import { downTo } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

const lane = possibleLane();
const surprise = 'chroot/a-shell-inside-it';
let state = '';
let terminal: OpenTerminal | undefined;

beforeEach(() => {
	state = mkdtempSync('/tmp/cuth-state-');
	mkdirSync(join(state, 'containers-under-the-hood'));
});

afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
	rmSync(state, { recursive: true });
});

test('what surprised on an earlier day is asked again, and the answer is kept', async () => {
	said(false, '2026-01-01');
	const { waitFor, press, exit } = open('review');
	await waitFor(/What surprised you {2}1 of 1/);
	await waitFor(/^ +c {2}The root is changed/m);
	press('c');
	await waitFor(/You said so/);
	press('\r');
	await waitFor(/0 of \d+ lessons finished/);
	press('q');
	expect(await exit).toBe(0);
	expect(predictions()).toMatchObject({ [surprise]: { wasRight: true } });

	const again = await start(lane, ['review'], { env: environment() });
	expect(again.stdout).toMatch(/^There is nothing to ask again: /);
	expect(again.exitCode).toBe(0);
});

test('a lesson opens with what earlier ones asked, and nothing is kept of what is passed over', async () => {
	said(true, '2026-01-01');
	const { waitFor, press } = open();
	await waitFor(/0 of \d+ lessons finished/);
	press(downTo('2'));
	await waitFor(/❯ +2 /);
	press('\r');
	await waitFor(/Do you remember\? {2}1 of 1/);
	press('\r');
	await waitFor(/2 {2}Bash moves in .*step 1 of/);
	expect(predictions()).toMatchObject({ [surprise]: { on: '2026-01-01' } });
});

test('without a terminal they are printed, with what was right', async () => {
	said(false, '2026-01-01');
	const { stdout, exitCode } = await start(lane, ['review'], { env: environment() });
	expect(stdout).toMatch(
		/^From lesson 1, A root of its own: A shell inside it\n[^]*You said [^]*It was /,
	);
	expect(exitCode).toBe(0);
});

function open(...words: readonly string[]): OpenTerminal {
	const [file, all] = lane.command(...words);
	terminal = openTerminal(file, all, { environment: { XDG_STATE_HOME: state } });
	return terminal;
}

const environment = () => ({ PATH: process.env['PATH'], HOME: lane.home, XDG_STATE_HOME: state });
const file = () => join(state, 'containers-under-the-hood', 'progress.json');

/** As if the learner had answered this question of lesson 1 on that day. */
function said(wasRight: boolean, on: string): void {
	const predictions = { [surprise]: { said: 0, wasRight, on } };
	writeFileSync(file(), JSON.stringify({ format: 1, finished: {}, predictions }));
}

function predictions(): unknown {
	return (JSON.parse(readFileSync(file(), 'utf8')) as { predictions: unknown }).predictions;
}
