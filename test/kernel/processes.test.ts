import { afterEach, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import {
	isDying,
	isLive,
	listPids,
	nsPids,
	parseStat,
	readProcess,
} from '../../src/kernel/processes.ts';
import { endChildren, start } from './children.ts';
import { until } from './open-stage.ts';

afterEach(endChildren);

const rest = restOf(0x400100, 0);

function restOf(flags: number, pending: number): string {
	return `34816 32015 ${flags} 120 0 0 0 0 0 0 0 20 0 1 0 5512093 3084288 426 99 1 1 0 0 0 ${pending} 0 65536`;
}

test.each([
	['bash', `31999 (bash) S 31990 31999 31988 ${rest}`],
	['a) R 1 (b', `31999 (a) R 1 (b) S 31990 31999 31988 ${rest}`],
	['two\nlines', `31999 (two\nlines) S 31990 31999 31988 ${rest}`],
])('reads the line of a program that is called %j', (name, line) => {
	expect(parseStat(line)).toEqual({
		pid: 31999,
		name,
		state: 'S',
		parent: 31990,
		session: 31988,
		flags: 0x400100,
		pending: 0,
		startTime: 5512093,
	});
});

test.each([
	['S', true],
	['D', true],
	['Z', false],
	['X', false],
])('a process in state %s counts as live: %s', (state, live) => {
	expect(isLive(parseStat(`1 (a) ${state} 0 1 1 ${rest}`))).toBe(live);
});

test.each([
	['runs', restOf(0x400100, 0), false],
	['has got SIGHUP', restOf(0x400100, 1), false],
	['was killed', restOf(0x400100, 0x100), true],
	['is exiting', restOf(0x400104, 0), true],
])('of a process that %s, it is told whether it is dying', (_, text, dying) => {
	expect(isDying(parseStat(`1 (a) S 0 1 1 ${text}`))).toBe(dying);
});

test('joins the arguments of a process with blanks', async () => {
	const pid = start('sleep', ['300', '0']);
	const sleep = await until('sleep has been executed', () => {
		const process = readProcess(thisMachine, pid);
		return process?.name === 'sleep' ? process : undefined;
	});

	expect(sleep.command).toBe('sleep 300 0');
	expect(sleep.parent).toBe(process.pid);
	expect(listPids(thisMachine)).toContain(pid);
	expect(nsPids(thisMachine, pid)).toEqual([pid]);
});

test('lets no control character of an argument through', async () => {
	const pid = start('bash', ['-c', 'read line #\u001b[2J\n\twait']);
	const bash = await until('bash has been executed', () => {
		const process = readProcess(thisMachine, pid);
		return process?.name === 'bash' ? process : undefined;
	});

	expect(bash.command).toBe('bash -c read line # [2J wait');
});

test('knows nothing of a process that is gone', async () => {
	const child = execa('true');
	await child;

	expect(readProcess(thisMachine, child.pid ?? 0)).toBeUndefined();
	expect(nsPids(thisMachine, child.pid ?? 0)).toBeUndefined();
});
