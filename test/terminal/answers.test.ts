import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { possibleLane } from '../helpers/lanes.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

/** What a terminal says when a program asks for its colours or its name. */
const answers = [
	'\x1b]11;rgb:0/0/0\x07',
	'\x1b]11;rgb:1414/1919/1f1f\x1b\\',
	'\x1bP>|xkitty(0.3)\x1b\\',
];
/** The second step of the first lesson asks a question. */
const begun = {
	format: 1,
	lesson: 'chroot',
	places: { chroot: ['an-empty-directory', 'a-shell-inside-it'] },
	finished: {},
	predictions: {},
};
let state = '';
let terminal: OpenTerminal;

beforeEach(async () => {
	state = mkdtempSync(join(tmpdir(), 'cuth-answers-'));
	mkdirSync(join(state, 'containers-under-the-hood'));
	writeFileSync(file(), JSON.stringify(begun));
	const [program, words] = possibleLane().command();
	terminal = openTerminal(program, words, { environment: { XDG_STATE_HOME: state } });
	await terminal.waitFor(/❯ +1 .*step 2 of[^]*q quit$/);
});

afterEach(async () => {
	await terminal.close();
	rmSync(state, { recursive: true });
});

describe.each([
	['in one read', answers],
	['all at once', [answers.join('')]],
	['in pieces', answers.flatMap((answer) => [answer.slice(0, 9), answer.slice(9)])],
	[
		'with an end in two pieces',
		answers.flatMap((answer) => [answer.slice(0, -1), answer.slice(-1)]),
	],
])('what a terminal says by itself, %s, is no key', (_, pieces) => {
	test('in the list, on a begun lesson', async () => {
		await expectNothing(pieces);
	});

	test('on a question', async () => {
		await openQuestion();
		await expectNothing(pieces);
		terminal.press('b');
		await terminal.waitFor(/❯ b /);
	});
});

test('in a visit the programs there have it, and after it nobody', async () => {
	await openQuestion();
	terminal.press('v');
	await terminal.waitFor(/^host sandbox#/m);
	terminal.press('cat -v\r');
	await terminal.waitFor(/cat -v$/);
	terminal.press(`${answers.join('')}\r`);
	await terminal.waitFor(
		/^\^\[\]11;rgb:0\/0\/0\^G\^\[\]11;rgb:1414\/1919\/1f1f\^\[\\\^\[P>\|xkitty\(0\.3\)\^\[\\$/m,
	);
	terminal.press('\x04');
	terminal.press('exit\r');
	await terminal.waitFor(/Back from host/);
	answers.forEach((answer) => {
		terminal.press(answer);
	});
	terminal.press('\x1b');
	await terminal.waitFor(/step 2 of[^]*q quit$/);
	await expectNothing(answers);
});

/** Nothing of the screen or of what is kept changes, and the keys work. */
async function expectNothing(pieces: readonly string[]): Promise<void> {
	const screen = terminal.text();
	for (const piece of pieces) {
		terminal.press(piece);
		// The program is to read them one by one.
		await delay(60);
	}
	expect(terminal.text()).toBe(screen);
	terminal.press('?');
	await terminal.waitFor(/Close this window/);
	terminal.press('\x1b');
	await terminal.waitFor(/^(?![^]*Close this window)/);
	expect(terminal.text()).toBe(screen);
	expect(progress()).toMatchObject(begun);
}

async function openQuestion(): Promise<void> {
	terminal.press('\r');
	await terminal.waitFor(/step 2 of[^]*a b[^]*q quit$/);
}

const progress = () => JSON.parse(readFileSync(file(), 'utf8')) as unknown;

const file = () => join(state, 'containers-under-the-hood', 'progress.json');
