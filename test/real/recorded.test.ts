import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseRecording } from '../../src/record/parse.ts';
import { commandWith, ordinary, start } from '../helpers/lanes.ts';
import { downTo } from '../helpers/lesson-numbers.ts';
import { type OpenTerminal, openTerminal } from '../helpers/open-terminal.ts';

/** Where an ordinary user may do all of it, nothing is shown from a recording. */
const { stdout: listed } = await start(ordinary, ['list', '--json']);
const { lessons } = JSON.parse(String(listed)) as {
	lessons: { id: string; number: number; readiness: string; recorded: number }[];
};
const limits = lessons.find(({ id }) => id === 'limits');
const whereLimited = limits?.readiness === 'limited' ? test : test.skip;

whereLimited(
	'each step that cannot run here is shown from a recording, and says so',
	async () => {
		const { stdout, exitCode } = await start(ordinary, ['run', 'limits', '--json']);
		const { events } = await parseRecording(`${String(stdout)}\n`);
		const told = events.map(({ event }) => event);
		const skipped = told.filter(
			(event) => event.kind === 'step-finished' && event.outcome === 'skipped',
		);
		const recorded = told.flatMap((event) => (event.kind === 'recorded' ? [event] : []));
		expect(skipped.length).toBeGreaterThan(0);
		expect(recorded).toHaveLength(skipped.length);
		expect(limits?.recorded).toBe(skipped.length);
		for (const { on, events: own } of recorded) {
			expect(on.distribution).toMatch(/^Debian/);
			expect(own.at(-1)).toMatchObject({ kind: 'step-finished', outcome: 'passed' });
		}
		expect(exitCode).toBe(0);

		const { stdout: text } = await start(ordinary, ['run', 'limits', '--plain']);
		expect(text).toMatch(/steps? passed, 0 failed, (\d+) skipped \(\1 shown from a recording\)$/);
	},
	180_000,
);

let state = '';
let terminal: OpenTerminal | undefined;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'cuth-state-'));
	chownSync(state, ordinary.uid, -1);
});

afterEach(async () => {
	await terminal?.close();
	rmSync(state, { recursive: true });
});

whereLimited(
	'its screens say that it was recorded, and quitting keeps the place',
	async () => {
		const [file, words] = commandWith(ordinary, [`XDG_STATE_HOME=${state}`], '--no-motion');
		const open = () => (terminal = openTerminal(file, words, { columns: 60, rows: 18 }));
		const first = open();
		const { press, waitFor } = first;
		await waitFor(/0 of \d+ lessons finished/);
		press(downTo('6'));
		await waitFor(/❯ +6/);
		press('\r');
		await waitFor(/step 1 of 19/);
		press('j');
		await waitFor(/Go to which step/);
		press('\u001B[B');
		await waitFor(/❯ . +6\.2 /);
		press('\u001B[B');
		await waitFor(/❯ . +6\.3 /);
		press('\r');
		const screen = await waitFor(/^── Recorded, not run here ─.*A control group/ms, 20_000);
		expect(screen).toMatch(/– Skipped on this machine[^]*→ .*[^]*Recorded on/);
		expect(screen).toMatch(/^── Debian .*20\d\d ─/m);
		press('q');
		expect(await first.exit).toBe(0);
		await first.close();

		const again = open();
		await again.waitFor(/0 of \d+ lessons finished[^]*● step 3 of 19/);
		again.press('q');
		expect(await again.exit).toBe(0);
	},
	180_000,
);
