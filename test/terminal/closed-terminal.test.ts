import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';
import { commandWith, possibleLane } from '../helpers/lanes.ts';
import { opening } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

/** As a shell reports SIGHUP. */
const hungUp = 129;
const lane = possibleLane();
let directory = '';
let before: Inventory;
let terminal: OpenTerminal;

beforeEach(() => {
	before = takeInventory();
	directory = mkdtempSync(join(tmpdir(), 'cuth-closed-'));
});

afterEach(async () => {
	await terminal.close();
	rmSync(directory, { recursive: true });
});

/** Who waits for the program writes down how it has ended. */
const waiting = [
	...['bash', '-c'],
	'trap : HUP; : > "$0.begun"; "$@"; echo $? > "$0.part"; mv "$0.part" "$0"',
];

describe.each([
	{ where: 'the terminal it was started from', session: [], limit: [] },
	{
		where: 'a terminal that sends it no signal',
		session: ['setsid', '--wait'],
		limit: ['timeout', '--foreground', '40'],
	},
])('$where is closed', ({ session, limit }) => {
	test.each([
		{ when: 'in the list', words: [], reach: inList },
		{ when: 'in a lesson', words: [], reach: inLesson },
		{ when: 'in a visit', words: [], reach: inVisit },
		{ when: 'in plain lines', words: ['run', '1', '2', '--plain'], reach: inRun },
	])('$when: it ends as after SIGHUP, and nothing is left', async ({ words, reach }) => {
		const [file, rest] = commandWith(lane, [`XDG_STATE_HOME=${directory}`], ...words);
		const [first = '', ...others] = [...session, ...waiting, code(), ...limit, file, ...rest];
		terminal = openTerminal(first, others);
		await reach();
		terminal.hangUp();
		expect(await ended()).toBe(hungUp);
		expect(await leftSince(before, 4000)).toEqual([]);
	});
});

test.each([0, 30, 60, 120, 240])(
	'a terminal that is closed %i ms after the start ends nothing by an abort',
	async (milliseconds) => {
		const [file, rest] = commandWith(lane, [`XDG_STATE_HOME=${directory}`], 'list');
		terminal = openTerminal('setsid', ['--wait', ...waiting, code(), file, ...rest]);
		while (!existsSync(`${code()}.begun`)) {
			await delay(5);
		}
		await delay(milliseconds);
		terminal.hangUp();
		// 1 where it was gone before anything was asked.
		expect([0, 1, hungUp]).toContain(await ended());
	},
);

async function inList(): Promise<void> {
	await terminal.waitFor(/0 of \d+ lessons finished/);
}

async function inLesson(): Promise<void> {
	await inList();
	terminal.press(opening('1'));
	await terminal.waitFor(/step 1 of.*Enter {2}(run|read on)/s);
}

async function inVisit(): Promise<void> {
	await inLesson();
	terminal.press('v');
	await terminal.waitFor(/^host sandbox#/m);
}

async function inRun(): Promise<void> {
	await terminal.waitForHistory(/mkdir my-container/);
}

const code = () => join(directory, 'code');

async function ended(): Promise<number> {
	const deadline = Date.now() + 60_000;
	while (!existsSync(code())) {
		if (Date.now() > deadline) {
			throw new Error('It has not ended.');
		}
		await delay(50);
	}

	return Number(readFileSync(code(), 'utf8'));
}
