import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { possibleLane } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

let state = '';
let terminal: OpenTerminal | undefined;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
});

afterEach(async () => {
	await terminal?.close();
	rmSync(state, { recursive: true });
});

function open(
	words: readonly string[],
	environment: Readonly<Record<string, string>> = {},
	rows = 60,
) {
	const [file, all] = possibleLane().command(...words);
	terminal = openTerminal(file, all, {
		rows,
		environment: { XDG_STATE_HOME: state, ...environment },
	});
	return terminal;
}

test.each([
	[['--screen-reader'], {}],
	[[], { INK_SCREEN_READER: 'true' }],
])('a screen reader is told each line once (%j, %j)', async (words, environment) => {
	const { waitFor, press, exit, isAlternateScreen, isCursorHidden } = open(words, environment, 120);
	await waitFor(/Keys: Enter open/);
	expect(isAlternateScreen()).toBe(false);
	press(opening('1'));
	await waitFor(/step 1 of \d[^]*# mkdir my-container\n[^]*Keys: Enter run/);
	press('\r');
	const text = await waitFor(/exit 0\n[^]*checks passed\n[^]*Keys: Enter next step/);
	expect(text.match(/0 of \d+ lessons finished/g)).toHaveLength(1);
	expect(text).not.toMatch(/[─│╭╰✓✗●❯]/);
	press('q');
	expect(await exit).toBe(0);
	await waitFor(
		/Cleaning up…\n1 {2}A root of its own {2}1 step passed\nAll that the lessons made is removed/,
	);
	expect(isCursorHidden()).toBe(false);
});

test('the mouse is left to the terminal, so that text can be marked and copied', async () => {
	const { waitFor, press, mouseMode } = open([]);
	await waitFor(/lessons finished/);
	expect(mouseMode()).toBe('none');
	press(opening('1'));
	await waitFor(/step 1 of \d/);
	press('?');
	await waitFor(/Close this window/);
	expect(mouseMode()).toBe('none');
});

test('y copies the commands of a step', async () => {
	const { waitFor, press, clipboard } = open([]);
	await waitFor(/lessons finished/);
	press(opening('1'));
	await waitFor(/# ls -la my-container/);
	press('y');
	await waitFor(/2 commands copied, if this terminal allows it\./);
	expect(clipboard()).toBe('mkdir my-container\nls -la my-container');
});

test('what was done stays on the terminal', async () => {
	const { waitFor, press, exit, text, isAlternateScreen } = open([]);
	await waitFor(/lessons finished/);
	press(opening('1'));
	await waitFor(/step 1 of \d/);
	press('s');
	await waitFor(/^ *a {2}A shell opens/m);
	press('a');
	await waitFor(/❯ a/);
	press('\r');
	await waitFor(/✓ ✓ .*step 2 of \d[^]*You said a/);
	press('q');
	expect(await exit).toBe(0);
	expect(isAlternateScreen()).toBe(false);
	expect(text()).toMatch(
		/1 {2}A root of its own {2}✓✓ {2}2 steps passed\n {3}You said otherwise: A shell inside it\nAll that/,
	);
});

test('with --ascii the screen has nothing else', async () => {
	const { waitFor, press } = open(['--ascii']);
	const list = await waitFor(/> {2}0 {2}Why containers/);
	press(opening('1'));
	const step = await waitFor(/\+- host -/);
	press('\r');
	const run = await waitFor(/v both checks passed/);
	expect(list + step + run).toMatch(/^[\0-~]*$/);
});

test('with NO_COLOR no cell has a colour', async () => {
	const { waitFor, press, cell } = open([], { NO_COLOR: '1' });
	await waitFor(/❯ {2}0 {2}Why containers/);
	press(opening('1'));
	await waitFor(/step 1 of/);
	for (let row = 0; row < 60; row += 1) {
		for (let column = 0; column < 80; column += 1) {
			expect(cell(column, row)?.isFgDefault()).not.toBe(false);
			expect(cell(column, row)?.isBgDefault()).not.toBe(false);
		}
	}
});
