import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { possibleLane } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
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

test('a line is edited in place and run; what does not do is answered, and edited again', async () => {
	await goToStep('Another program', 4);
	await press('e', /Enter {2}run +Esc put it back/);
	// Keys are text now: none of these jumps, quits or asks for help.
	await press('\x17jq?', /# chroot my-container jq\?/);
	await press('\x1b', /chroot my-container ls\n[^]*yours to change/);
	await press('e', /Esc put it back/);
	await press('\x15chroot no-such-place date', /# chroot no-such-place date/);
	await press('\r', /Not yet\n[^]*exited with 125/);
	expect(terminal.text()).toContain('e edit');
	await press('e', /Esc put it back/);
	await press('\x15chroot my-container "', /my-container "/);
	await press('\r', /Not yet \(attempt 2\)/);
	await press('e', /Esc put it back/);
	await press('\x15cat', /# cat/);
	await press('\r', /Not yet \(attempt 3\)/);
	await press('e', /Esc put it back/);
	await press('\x15chroot my-container date', /# chroot my-container date/);
	await press('\r', /failed to run command .date.[^]*exit 127, as expected/);
}, 180_000);

test('a challenge is done in a visit; what is not so yet is told, and hints help at once', async () => {
	await goToStep('Move house', 5);
	expect(terminal.text()).not.toMatch(/# mv/);
	await press('h', /Hint 1 of 3/);
	await press('h', /Hint 2 of 3/);
	await press('h', /Hint 3 of 3/);
	expect(terminal.text()).not.toMatch(/next hint/);
	await press(
		'\r',
		/Not yet\n[^]*asked for: directory my-house\/bin exists\n +seen: no my-house\/bin/,
	);
	await visit('mv my-container my-house');
	await terminal.waitFor(/asked for: directory my-house\/tmp exists[^]*✓ nothing at my-container/);
	await visit('mkdir my-house/bin my-house/tmp');
	await terminal.waitFor(/all 3 checks passed[^]*One way to do it/);
}, 180_000);

/** Types one line into a shell of the learner's own, and leaves it. */
async function visit(line: string): Promise<void> {
	await press('v', /This shell is yours[^]*\$|This shell is yours[^]*#/);
	terminal.press(`${line} && echo do''ne\r`);
	await terminal.waitFor(/^done$/m);
	terminal.press('exit\r');
}

/** Of lesson 1; the steps before it are performed. */
async function goToStep(title: string, index: number): Promise<void> {
	await terminal.waitFor(/0 of \d+ lessons finished/);
	await press(opening('1'), /A root of its own.*step 1 of 6/);
	await press('j', /Go to which step/);
	await press('\x1b[B'.repeat(index), new RegExp(`❯ [^\n]*${title}`));
	await press('\r', new RegExp(`step ${index + 1} of 6[^]*${title}`));
	await terminal.waitFor(/^ *Enter {2}/m);
}

async function press(keys: string, pattern: RegExp): Promise<void> {
	terminal.press(keys);
	await terminal.waitFor(pattern, 15_000);
}
