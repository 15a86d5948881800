import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isLive, readProcess, readStat } from '../../src/kernel/processes.ts';
import { findStageProcesses } from '../../src/kernel/stage-processes.ts';
import { markOf } from '../../src/stage/stage-mark.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { openStage, type Stage } from '../../src/stage/stage.ts';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';

// A stage without namespaces, as in a container that may make none. Any machine can have one.

let before: Inventory;
let stage: Stage;

const openBare = () =>
	openStage({ privilege: 'none', place: { version: 'none' }, strace: undefined });

beforeEach(async () => {
	before = takeInventory();
	stage = await openBare();
});

afterEach(async () => {
	await stage.close();
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('it has the namespaces of the program', async () => {
	const { output } = await type(stage, 'readlink /proc/self/ns/* /proc/$PPID/ns/*');
	const links = output.split('\n').filter((line) => !line.startsWith('pid_for_children'));
	expect(links.length).toBeGreaterThan(10);
	const { output: ours } = await type(stage, `readlink /proc/${process.pid}/ns/*`);
	expect(new Set(links)).toEqual(new Set(ours.split('\n')));
});

test('what was started goes with it, whatever it did but hide all of it', async () => {
	await type(stage, 'setsid --fork bash -c "sleep 301 & exit"');
	await type(stage, 'env -i bash -c "sleep 302; :" &');
	await type(stage, 'trap "" HUP TERM INT; sleep 303 &');
	const { sandbox } = stage.ledger();
	const started = await until('all of them run', () => {
		const found = findStageProcesses(thisMachine, sandbox, markOf(stage.ledger()));
		const running = new Set(found.map((pid) => readProcess(thisMachine, pid)?.command));
		const all = ['sleep 301', 'sleep 302', 'sleep 303'].every((command) => running.has(command));
		return all ? found : undefined;
	});
	await stage.close();
	expect(started.filter((pid) => isLive(readStat(thisMachine, pid)))).toEqual([]);
	expect(existsSync(stage.ledger().directory)).toBe(false);
});

test('two at once end only what is theirs', async () => {
	const other = await openBare();
	try {
		await type(stage, 'sleep 304 &');
		await type(other, 'sleep 305 &');
		await stage.close();
		expect(findStageProcesses(thisMachine, stage.ledger().sandbox, markOf(stage.ledger()))).toEqual(
			[],
		);
		expect(await type(other, 'jobs; echo here')).toMatchObject({
			output: expect.stringMatching(/Running +sleep 305.*here/s),
		});
	} finally {
		await other.close();
	}
});

test('Ctrl-C ends the command, and the shell goes on', async () => {
	expect(await type(stage, 'sleep 306', AbortSignal.timeout(300))).toMatchObject({ exit: 130 });
	expect(await type(stage, 'echo here')).toMatchObject({ output: 'here\n', shell: 'same' });
});

async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
	const deadline = Date.now() + 10_000;
	while (Date.now() < deadline) {
		const seen = look();
		if (seen !== undefined) {
			return seen;
		}
		await delay(20);
	}

	throw new Error(`Waited in vain until ${what}`);
}

async function type(on: Stage, text: string, signal = new AbortController().signal) {
	let output = '';
	for await (const answer of (await on.terminal('host')).type(text, signal)) {
		if (answer.kind === 'typed') {
			return { ...answer, output };
		}
		output += answer.text;
	}

	throw new Error('The terminal did not answer.');
}
