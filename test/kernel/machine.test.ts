import { expect, test } from '@jest/globals';
import { execaSync } from 'execa';
import { countCpus, readMachine } from '../../src/kernel/machine.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

test.each([
	['0\n', 1],
	['0-1\n', 2],
	['0-3,6,8-9\n', 7],
])('%j are %d processors', (list, count) => {
	expect(countCpus(list)).toBe(count);
});

test('agrees with the tools of this machine', () => {
	const { cores, memory, kernel } = readMachine(thisMachine);
	const ask = (file: string, ...args: string[]) => execaSync(file, args).stdout;

	expect(cores).toBe(Number(ask('getconf', '_NPROCESSORS_ONLN')));
	expect(kernel).toBe(ask('uname', '-r'));
	expect(ask('grep', 'MemTotal', '/proc/meminfo')).toContain(` ${memory / 1024} kB`);
});
