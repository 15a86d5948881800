import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { possibleLane } from '../helpers/lanes.ts';
import { downTo, opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

let state = '';
let terminal: OpenTerminal;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
	const [file, words] = possibleLane().command();
	terminal = openTerminal(file, words, { environment: { XDG_STATE_HOME: state } });
});

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true });
});

test('the cursor goes with the focus: lists, answers, a line that is edited, keys, a shell', async () => {
	const { waitFor, waitForCursor, press, exit, isCursorHidden } = terminal;
	await waitForCursor(/^❯ {2}0 /);
	press(downTo('2'));
	await waitForCursor(/^❯ {2}2 /);
	press('\x1b[A');
	await waitForCursor(/^❯ {2}1 /);
	press('\r');
	await waitFor(/A root of its own.*step 1 of 6/);
	await waitForCursor(/^ Enter {2}/);
	press('s');
	await waitFor(/^ *a {2}A shell opens/m);
	press('b');
	await waitForCursor(/^❯ b {2}/);
	press('\r');
	await waitFor(/You said/, 15_000);
	await waitForCursor(/^ Enter {2}/);
	press('jAnother');
	await waitFor(/which step\? {2}Another/);
	await waitForCursor(/^ *$/);
	press('\r');
	await waitFor(/step 5 of 6[^]*This line is yours/, 20_000);
	await waitForCursor(/^ Enter {2}run/);
	press('e');
	await waitFor(/Esc put it back/);
	await waitForCursor(/^ *$/);
	press('\x01\x1b[C\x1b[C');
	await waitForCursor(/^root my-container ls/);
	press('\x1b');
	await waitFor(/yours to change/);
	press('v');
	await waitFor(/This shell is yours[^]*[$#] *$|❯ host/, 15_000);
	press('\r');
	await waitFor(/This shell is yours/, 15_000);
	expect(isCursorHidden()).toBe(false);
	press('exit\r');
	await waitFor(/Back from host/, 15_000);
	await waitForCursor(/^ Enter {2}|^Esc close/);
	press('\r');
	await waitFor(/step 5 of 6/);
	press('q');
	expect(await exit).toBe(0);
	expect(isCursorHidden()).toBe(false);
}, 300_000);

test('a key that has nothing to do says why, until the next one', async () => {
	const { waitFor, press } = terminal;
	await waitFor(/lessons finished/);
	press('p');
	await waitFor(/! In a lesson only: Enter opens the one chosen\./);
	press(opening('1'));
	await waitFor(/step 1 of 6[^]*Enter {2}/);
	press('p');
	await waitFor(/! Nothing to prove yet: the step has not run\./);
	press('h');
	await waitFor(/! No hints here: they come with what you do yourself\./);
	press('z');
	await waitFor(/! z does nothing: \? shows all keys\./);
	press('?');
	await waitFor(/Close this window[^]*Esc close/);
}, 30_000);
