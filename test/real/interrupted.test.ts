import { expect, test } from '@jest/globals';
import { listLedgers } from '../../src/stage/ledger.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { baseOf, type Lane, lanes, start } from '../helpers/lanes.ts';

const lessons = ['1', '2', '3', '4', '6'];

type Ending = {
	readonly title: string;
	readonly end: (pid: number, guard: number) => void;
	readonly after: (lane: Lane) => Promise<void>;
};

/** How a run ends before its time, and what then must be done for nothing to be left. */
const endings: readonly Ending[] = [
	{
		title: 'Ctrl-C twice',
		end(pid: number) {
			process.kill(pid, 'SIGINT');
			process.kill(pid, 'SIGINT');
		},
		after: () => Promise.resolve(),
	},
	{
		title: 'kill -9, then two seconds',
		end(pid: number) {
			process.kill(pid, 'SIGKILL');
		},
		after: () => Promise.resolve(),
	},
	{
		title: 'kill -9 of program and guard, then cleanup',
		end(pid: number, guard: number) {
			process.kill(guard, 'SIGSTOP');
			process.kill(pid, 'SIGKILL');
			process.kill(guard, 'SIGKILL');
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
		check.each(lessons)(
			`as ${lane.name}, in the middle of lesson %s: ${title}; nothing is left`,
			async (lesson) => {
				const before = takeInventory();
				const run = start(lane, ['run', lesson, '--json'], { buffer: false });
				await middleOf(run);
				end(Number(run.pid), guardOf(lane, Number(run.pid)));
				await run;
				await after(lane);
				expect(await leftSince(before, 2000)).toEqual([]);
			},
		);
	}
}

/** Resolves while a command of the lesson runs, and goes on reading, so that nothing holds the program up. */
function middleOf({ stdout }: ReturnType<typeof start>): Promise<void> {
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
	const ledger = listLedgers(baseOf(lane)).find((candidate) => candidate.driver?.pid === driver);
	if (ledger?.guard === undefined) {
		throw new Error(`No ledger in ${baseOf(lane)} names a guard for ${driver}.`);
	}

	return ledger.guard.pid;
}
