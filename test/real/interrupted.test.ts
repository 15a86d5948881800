import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { listLedgerFiles, readLedger } from '../../src/stage/ledger.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { baseOf, type Lane, lanes, possibleLane, root, start } from '../helpers/lanes.ts';
import { lessonNumbers } from '../helpers/lesson-numbers.ts';

const asRoot = root.possible ? test : test.skip;

type Run = ReturnType<typeof start>;

type Ending = {
	readonly title: string;
	readonly end: (run: Run, program: number, guard: number) => Promise<void>;
	readonly after: (lane: Lane) => Promise<void>;
};

const nothing = () => Promise.resolve();

/** How a run ends before its time, and what then must be done for nothing to be left. */
const endings: readonly Ending[] = [
	{
		title: 'Ctrl-C',
		async end(run, program) {
			process.kill(program, 'SIGINT');
			expect(await run).toMatchObject({ exitCode: 130 });
		},
		after: nothing,
	},
	{
		title: 'Ctrl-C twice',
		async end(run, program) {
			const told = new Promise((resolve) => run.stderr?.once('data', resolve));
			process.kill(program, 'SIGINT');
			expect(String(await told)).toMatch(/Press Ctrl-C again to quit/);
			process.kill(program, 'SIGINT');
			expect(await run).toMatchObject({ exitCode: 130 });
		},
		after: nothing,
	},
	{
		title: 'kill -9, then two seconds',
		async end(run, program) {
			process.kill(program, 'SIGKILL');
			await run;
		},
		after: nothing,
	},
	{
		title: 'kill -9 of program and guard, then cleanup',
		async end(run, program, guard) {
			process.kill(guard, 'SIGSTOP');
			process.kill(program, 'SIGKILL');
			process.kill(guard, 'SIGKILL');
			await run;
		},
		async after(lane: Lane) {
			const { stdout, exitCode } = await start(lane, ['cleanup']);
			expect(stdout).toMatch(/^Removed \/tmp\/containers-under-the-hood-/);
			expect(exitCode).toBe(0);
		},
	},
];

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	for (const { title, end, after } of endings) {
		check.each(lessonNumbers)(
			`as ${lane.name}, in the middle of lesson %s: ${title}; nothing is left`,
			async (lesson) => {
				const before = takeInventory();
				const next = lesson === '4' ? '3' : '4';
				const run = start(lane, ['run', lesson, next, '--json'], { buffer: false });
				await middleOf(run);
				const program = Number(run.pid);
				await end(run, program, guardOf(lane, program));
				await after(lane);
				expect(await leftSince(before, 2000)).toEqual([]);
			},
		);
	}
}

test('after Ctrl-C the run says what it has stopped, and begins nothing else', async () => {
	const lessons = mkdtempSync(join(tmpdir(), 'cuth-interrupted-'));
	chmodSync(lessons, 0o755);
	for (const number of ['01', '02']) {
		mkdirSync(join(lessons, `${number}-waiting`));
		writeFileSync(join(lessons, `${number}-waiting/lesson.md`), waiting(number));
	}

	const run = start(possibleLane(), ['run', '--plain', '--lessons', lessons], { buffer: false });
	let told = '';
	run.stdout?.on('data', (chunk: Buffer) => {
		const isBefore = !told.includes('sleep 3003');
		told += chunk.toString();
		if (isBefore && told.includes('sleep 3003')) process.kill(Number(run.pid), 'SIGINT');
	});
	expect(await run).toMatchObject({ exitCode: 130 });
	rmSync(lessons, { recursive: true });
	expect(told).toMatch(/`sleep 3003` was stopped before it\s+had finished/);
	expect(told).toMatch(/Stopped by Ctrl-C.* 0 steps passed, 1 failed, 0 skipped\n$/);
	expect(told).not.toContain('Waiting 02');
});

const waiting = (number: string) => `---
format: 1
id: waiting-${number}
title: Waiting ${number}
minutes: 1
---

Something to interrupt.

## Wait

\`\`\`sh host
sleep 3003
\`\`\`

\`\`\`expect
exit 0
\`\`\`
`;

asRoot('kill -9 at any moment of the beginning leaves nothing', async () => {
	const before = takeInventory();
	for (let milliseconds = 150; milliseconds < 450; milliseconds += 12) {
		const run = start(root, ['run', '1', '--plain'], { buffer: false });
		run.stdout?.resume();
		await delay(milliseconds);
		run.kill('SIGKILL');
		await run;
	}

	await delay(2000);
	await start(root, ['cleanup']);
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('what was killed while it wrote is removed at once; what a live one writes is left', async () => {
	const lane = possibleLane();
	const base = baseOf(lane);
	mkdirSync(base, { mode: 0o700 });
	const dead = start(lane, ['--version']);
	await dead;
	const files = [dead.pid, process.pid].map((pid) => join(base, `a.json.${pid ?? 0}.unfinished`));
	files.forEach((file) => {
		writeFileSync(file, '{');
	});
	await start(lane, ['cleanup']);
	expect(files.map((file) => existsSync(file))).toEqual([false, true]);
	rmSync(base, { recursive: true });
});

/** Resolves while a command of the lesson runs, and goes on reading, so that nothing holds the program up. */
function middleOf({ stdout }: Run): Promise<void> {
	let seen = '';
	return new Promise((resolve, reject) => {
		stdout?.on('data', (chunk: Buffer) => {
			seen += chunk.toString();
			if (seen.split('"kind":"command-started"').length > 2) {
				resolve();
			}
		});
		stdout?.once('end', () => {
			reject(new Error(`The lesson ended before its middle: ${seen}`));
		});
	});
}

function guardOf(lane: Lane, driver: number): number {
	const ledger = listLedgerFiles(baseOf(lane))
		.map(readLedger)
		.find((candidate) => candidate?.driver?.pid === driver);
	if (ledger?.guard === undefined) {
		throw new Error(`No ledger in ${baseOf(lane)} names a guard for ${driver}.`);
	}

	return ledger.guard.pid;
}
