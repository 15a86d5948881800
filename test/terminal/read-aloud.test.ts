import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { commandWith, lanes } from '../helpers/lanes.ts';
import { downTo } from '../helpers/lesson-numbers.ts';
import { masked } from '../helpers/masked.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

// What a screen reader is told of a whole lesson, the same whoever runs it. To make it anew, then to be read:
// KEEP_READ_ALOUD=1 npm run unit -- test/terminal/read-aloud.test.ts

const isKept = process.env['KEEP_READ_ALOUD'] === '1';
const kept = fileURLToPath(new URL('read-aloud/lesson-1.txt', import.meta.url));

/** The slowest is a busy machine. */
const patience = 30_000;

let state = '';
let terminal: OpenTerminal | undefined;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'cuth-aloud-'));
});

afterEach(async () => {
	await terminal?.close();
	rmSync(state, { recursive: true });
});

for (const lane of lanes) {
	(lane.possible ? test : test.skip)(
		`lesson 1 as ${lane.name}, as it is read aloud`,
		async () => {
			chownSync(state, lane.uid, -1);
			const [file, words] = commandWith(lane, [`XDG_STATE_HOME=${state}`], '--screen-reader');
			// So wide that no line breaks elsewhere where a number is longer.
			terminal = openTerminal(file, words, { columns: 500, rows: 60 });
			const told = masked(await walk(terminal));
			if (isKept) {
				writeFileSync(kept, told);
			}
			expect(told).toBe(readFileSync(kept, 'utf8'));
		},
		180_000,
	);
}

/** All that is told from where it is opened: every question is answered, every hint read, and challenges are skipped. */
async function walk(opened: OpenTerminal): Promise<string> {
	await hear(opened, 0, /^Keys: .*\.$/m);
	await press(opened, downTo('1'), /^chosen: +1 +A root of its own/m);
	const beginning = opened.history().length;
	let page = await press(opened, '\r', step);
	while (!finished.test(page)) {
		const keys = page.slice(page.lastIndexOf('Keys: '));
		if (/ answer/.test(keys)) {
			await press(opened, 'a', /^Keys: Enter run/m);
		}
		if (/Enter check/.test(keys)) {
			for (let hint = 1; hint <= 3; hint++) {
				await press(opened, 'h', new RegExp(`^Hint ${hint} of 3`, 'm'));
			}

			page = await press(opened, 's', stepOrFinished);
		} else {
			await press(opened, '\r', /^Keys: Enter (next step|finish)/m);
			page = await press(opened, '\r', stepOrFinished);
		}
	}

	await press(opened, 'q', /^All that the lessons made is removed\./m);
	expect(await opened.exit).toBe(0);
	return opened.history().slice(beginning).trim();
}

/** A page has been told when its keys have. */
const step = /, step \d+ of \d+$[^]*^Keys: .*\.$/m;
const finished = /, finished$[^]*^Keys: .*\.$/m;
const stepOrFinished = new RegExp(`${step.source}|${finished.source}`, 'm');

const press = (opened: OpenTerminal, key: string, answer: RegExp): Promise<string> => {
	const from = opened.history().length;
	opened.press(key);
	return hear(opened, from, answer);
};

/** Resolves with what is told from there on once it matches. */
async function hear(opened: OpenTerminal, from: number, pattern: RegExp): Promise<string> {
	for (;;) {
		const shown = opened.text();
		const told = opened.history().slice(from);
		if (pattern.test(told)) {
			return told;
		}
		await opened.waitForChange(shown, patience);
	}
}
