import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { identify, stillRuns } from '../../src/kernel/identity.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

test('tells a process from an earlier one with its number', () => {
	const identity = identify(thisMachine, process.pid);

	expect(identity).toBeDefined();
	if (identity) {
		expect(stillRuns(thisMachine, identity)).toBe(true);
		expect(stillRuns(thisMachine, { ...identity, startTime: identity.startTime - 1 })).toBe(false);
		expect(stillRuns(thisMachine, { ...identity, bootId: 'another' })).toBe(false);
	}
});

test('a process that has ended runs no longer', async () => {
	const child = execa('cat');
	const identity = identify(thisMachine, child.pid ?? 0);
	child.stdin.end();
	await child;

	expect(identity && stillRuns(thisMachine, identity)).toBe(false);
	expect(identify(thisMachine, child.pid ?? 0)).toBeUndefined();
});
