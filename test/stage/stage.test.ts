import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { guarded } from '../../src/engine/run/guarded.ts';
import { findStageProcesses } from '../../src/kernel/stage-processes.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { probe } from '../../src/stage/probe.ts';
import { openStage, type Stage } from '../../src/stage/stage.ts';
import { type Inventory, leftSince, takeInventory } from '../helpers/inventory.ts';

let before: Inventory;
let stage: Stage;

beforeEach(async () => {
	before = takeInventory();
	const { stagePlan } = await probe();
	stage = await openStage(stagePlan);
});

afterEach(async () => {
	await stage.close();
	expect(await leftSince(before, 2000)).toEqual([]);
});

test('a terminal keeps its directory, its variables and its background jobs', async () => {
	await type('mkdir below; cd below; answer=42; sleep 300 &');
	const { output, directory } = await type('echo $answer; kill -0 $! && echo alive');
	expect(output).toBe('42\nalive\n');
	expect(directory).toBe(`${stage.ledger().sandbox}/below`);
});

test('what goes to the background is a program by the time of the next line', async () => {
	await type('(sleep 0.4; exec sleep 300) &');
	expect((await type('ps -o args= --ppid $$')).output).toContain('sleep 300\n');
});

test('a part of the shell that stays in the background holds nobody up', async () => {
	await type('(while :; do sleep 0.1; done) &');
	expect(await type('echo here')).toMatchObject({ output: 'here\n' });
});

test('what a line has killed is gone by the next one, on a processor that is busy with others', async () => {
	await type('for i in {1..20}; do chrt --idle 0 taskset -c 0 sleep 300 & done');
	await type('idle=$(jobs -p); taskset -c 0 bash -c "while :; do :; done" &');
	await type('kill -9 $idle');
	const { output } = await type('ps -o stat=,comm= --ppid $$ | grep -c "^[^Z].*sleep"');
	expect(output).toMatch(/^0\n/);
});

test('the exit code of a command is still there for the next one', async () => {
	expect(await type('(exit 7)')).toMatchObject({ exit: 7, shell: 'same' });
	expect(await type('echo $?')).toMatchObject({ output: '7\n', exit: 0 });
});

test('a shell that is started inside is entered, and left again', async () => {
	expect(await type('bash')).toMatchObject({ shell: 'entered', exit: 0 });
	expect(await type('exit 3')).toMatchObject({ shell: 'left', exit: 3 });
});

test('the environment of the learner does not get in', async () => {
	process.env['SECRET_KEY'] = 'abc';
	expect((await type('env')).output).not.toContain('SECRET_KEY');
	delete process.env['SECRET_KEY'];
});

test.each([
	['a command that can be asked', 'sleep 300', 130],
	['one that cannot', 'unshare --user --map-root-user --pid --fork sleep 300', 137],
])('Ctrl-C ends %s, and the shell goes on', async (_, command, exit) => {
	expect(await type(command, AbortSignal.timeout(300))).toMatchObject({ exit, shell: 'same' });
	expect(await type('echo here')).toMatchObject({ output: 'here\n' });
});

test.each([
	['a loop of the shell itself', 'while :; do :; done'],
	['one in a function', 'endless() { while :; do while :; do :; done; done; }; endless'],
	['one beside a job of its own', 'busy() { while :; do :; done; }; busy & busy; wait $!'],
])('Ctrl-C ends %s, and costs neither the shell nor its jobs', async (_, command) => {
	await type('answer=42; sleep 300 &');
	await type('job=$!; bash');
	expect(await type(command, AbortSignal.timeout(300))).toMatchObject({ shell: 'same' });
	await type('exit');
	expect(await type('kill -0 $job && echo $answer')).toMatchObject({ output: '42\n', exit: 0 });
});

test('what a learner calls the machine is not what it is called', async () => {
	const name = hostname();
	expect(await type('hostname renamed-on-the-stage')).toMatchObject({ exit: 0 });
	expect((await type('uname -n')).output).toBe('renamed-on-the-stage\n');
	expect(hostname()).toBe(name);
});

test('a line that never ends costs its shell, and a new one is opened', async () => {
	expect(await type('echo "no end', AbortSignal.timeout(300))).toMatchObject({ shell: 'left' });
	expect(await type('echo here')).toMatchObject({ output: 'here\n', exit: 0 });
});

test('a line of the learner that reads its input gets none, in a jail as well', async () => {
	const furnish = 'cp -L --parents $(ldd /bin/bash /bin/cat | grep -o "/[^ ):]*") jail';
	await type(`mkdir jail; ${furnish}; chroot jail bash`);
	expect(await type(guarded('cat; answer=42'))).toMatchObject({ output: '', exit: 0 });
	expect(await type('echo $answer')).toMatchObject({ output: '42\n', exit: 0 });
});

test('megabytes of output are counted, not kept', async () => {
	const { output, dropped } = await type('yes | head -1000000');
	expect(output.split('\n').length).toBeLessThan(400);
	expect(dropped).toBeGreaterThan(999_000);
});

test('a process that does all it can to get away goes with the stage', async () => {
	await type('setsid sh -c "(sleep 300 & exec env -i sleep 301) & sleep 302" >/dev/null 2>&1 &');
	await type('unshare --user --map-root-user --mount --pid --fork sleep 303 >/dev/null 2>&1 &');
	const { sandbox, directory } = stage.ledger();
	await until(() => findStageProcesses(thisMachine, sandbox, undefined).length > 5);
	await stage.close();
	expect(findStageProcesses(thisMachine, sandbox, undefined)).toEqual([]);
	expect(existsSync(directory)).toBe(false);
});

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) {
		await delay(20);
	}
}

async function type(text: string, signal = new AbortController().signal) {
	const terminal = await stage.terminal('host');
	let output = '';
	for await (const answer of terminal.type(text, signal)) {
		if (answer.kind === 'typed') {
			return { ...answer, output };
		}

		output += answer.text;
	}

	throw new Error('The terminal did not answer.');
}
