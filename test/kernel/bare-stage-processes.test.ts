import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { listPids, readProcess } from '../../src/kernel/processes.ts';
import { findStageProcesses } from '../../src/kernel/stage-processes.ts';
import { stageVariable } from '../../src/stage/stage-mark.ts';
import { endChildren, start } from './children.ts';
import { furnish, stageTest, until } from './open-stage.ts';

// What a stage without namespaces has to be known by: environment, root and descent.

let sandbox = '';

beforeEach(() => {
	sandbox = mkdtempSync(join(tmpdir(), 'kernel-test-'));
});

afterEach(async () => {
	await endChildren();
	rmSync(sandbox, { recursive: true });
});

test('a process is known by its environment, also when it has left its session', async () => {
	const plain = startIn(sandbox, 'sleep', ['300.1']);
	startIn(sandbox, 'setsid', ['--fork', 'bash', '-c', 'sleep 300.2 & exit']);
	const orphan = await pidOf('sleep 300.2');
	expect(found()).toEqual([plain, orphan].sort(byNumber));
	process.kill(orphan, 'SIGKILL');
});

test('a child that has cleared its environment is known by its parent', async () => {
	const shell = startIn(sandbox, 'bash', ['-c', 'env -i sleep 300.3; :']);
	const bare = await pidOf('sleep 300.3');
	expect(found()).toEqual([shell, bare].sort(byNumber));
	process.kill(bare, 'SIGKILL');
});

stageTest('a process without environment and parent is known by its root', async () => {
	furnish(join(sandbox, 'my-container'), ['sleep']);
	const chrooted = start('unshare', [
		...['--user', '--map-root-user', 'env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin'],
		...['chroot', join(sandbox, 'my-container'), 'sleep', '300.4'],
	]);
	await until('it is in there', () => (commandOf(chrooted) === 'sleep 300.4' ? true : undefined));
	expect(found()).toEqual([chrooted]);
});

test('whoever only works in the sandbox, or in another one, is left alone', async () => {
	mkdirSync(`${sandbox}/below`);
	start('sleep', ['300.5'], { cwd: `${sandbox}/below` });
	start('sleep', ['300.6'], { env: { OTHER: `${stageVariable}=${sandbox}` } });
	startIn(`${sandbox}0`, 'sleep', ['300.7']);
	startIn(`${sandbox}/below`, 'sleep', ['300.8']);
	await Promise.all(['5', '6', '7', '8'].map((last) => pidOf(`sleep 300.${last}`)));
	expect(found()).toEqual([]);
});

const found = () => findStageProcesses(thisMachine, sandbox, `${stageVariable}=${sandbox}`);

function startIn(directory: string, file: string, words: readonly string[]): number {
	return start(file, words, { env: { [stageVariable]: directory } });
}

const byNumber = (one: number, other: number) => one - other;

const commandOf = (pid: number) => readProcess(thisMachine, pid)?.command;

const pidOf = (command: string) =>
	until(`"${command}" runs`, () => listPids(thisMachine).find((pid) => commandOf(pid) === command));
