import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { listLedgerFiles, readLedger } from '../../src/stage/ledger.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { baseOf, type Lane, lanes, possibleLane, root, start } from '../helpers/lanes.ts';

const asRoot = root.possible ? test : test.skip;

type Run = ReturnType<typeof start>;

/** When a run is ended: while this command of this lesson runs, and there is this to remove. */
type Moment = { readonly there: string; readonly lesson: string; readonly command: RegExp };

const namespaces: Moment = {
	there: 'PID namespaces',
	lesson: '4',
	command: /"grep NSpid/,
};

/** One for each kind of thing that a lesson makes, when all of it is there. */
const moments: readonly Moment[] = [
	namespaces,
	{ there: 'files, and a shell in a chroot', lesson: '2', command: /"cat letter\.txt"/ },
	{ there: 'mounts in a chroot', lesson: '3', command: /"ps -C tail/ },
	{ there: 'a namespace that a file keeps', lesson: '5', command: /"nsenter --uts=kept/ },
	{ there: 'a cable, and a queue', lesson: '7', command: /"tc -s qdisc/ },
	{ there: "a container of runc's", lesson: '8', command: /"compare / },
	{ there: 'another root', lesson: '9', command: /"umount -l \.old"/ },
	{ there: 'overlays', lesson: '10', command: /"cat motd"/ },
	{ there: 'a fork bomb in a cgroup', lesson: '11', command: /"sleep 2"/ },
	{ there: 'a filter of system calls', lesson: '12', command: /"echo nobody may read this/ },
	{ there: 'a zombie', lesson: '14', command: /"zombie=/ },
];

type Ending = {
	readonly title: string;
	/** The program cleans up after both ways of Ctrl-C: each is tried at every other moment. */
	readonly isFor: (moment: number) => boolean;
	readonly end: (run: Run, program: number, guard: number) => Promise<void>;
	readonly after: (lane: Lane) => Promise<void>;
};

const nothing = () => Promise.resolve();

/** How a run ends before its time, and what then must be done for nothing to be left. */
const endings: readonly Ending[] = [
	{
		title: 'Ctrl-C',
		isFor: (moment) => moment % 2 === 0,
		async end(run, program) {
			process.kill(program, 'SIGINT');
			expect(await run).toMatchObject({ exitCode: 130 });
		},
		after: nothing,
	},
	{
		title: 'Ctrl-C twice',
		isFor: (moment) => moment % 2 === 1,
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
		isFor: () => true,
		async end(run, program) {
			process.kill(program, 'SIGKILL');
			await run;
		},
		after: nothing,
	},
	{
		title: 'kill -9 of program and guard, then cleanup',
		isFor: () => true,
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

	for (const { title, isFor, end, after } of endings) {
		check.each(moments.filter((_, index) => isFor(index)))(
			`as ${lane.name}, with $there (lesson $lesson): ${title}; nothing is left`,
			async ({ lesson, command }) => {
				const before = takeInventory();
				const next = lesson === namespaces.lesson ? '3' : namespaces.lesson;
				const run = start(lane, ['run', lesson, next, '--json'], { buffer: false });
				// Where a lesson is not possible, it is the next one that is interrupted.
				await startOf(run, [command, namespaces.command]);
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
		if (isBefore && told.includes('sleep 3003')) {
			process.kill(Number(run.pid), 'SIGINT');
		}
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

/** Resolves while one of these commands runs, and goes on reading, so that nothing holds the program up. */
function startOf({ stdout }: Run, commands: readonly RegExp[]): Promise<void> {
	if (!stdout) {
		throw new Error('What the program prints is not to be had.');
	}
	const kinds: string[] = [];
	const lines = createInterface({ input: stdout });
	return new Promise((resolve, reject) => {
		lines.on('line', (line) => {
			const [, kind = line] = /"kind":"([^"]*)"/.exec(line) ?? [];
			const [, cause] = /"(?:cause|why)":"([^"]*)"/.exec(line) ?? [];
			kinds.push(cause === undefined ? kind : `${kind} (${cause})`);
			const isStart = kind === 'command-started';
			if (isStart && commands.some((command) => command.test(line))) {
				resolve();
			}
		});
		lines.once('close', () => {
			reject(new Error(`The run ended before that: ${kinds.join(', ')}`));
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
