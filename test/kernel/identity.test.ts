import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import { identify, stillRuns } from '../../src/kernel/identity.ts';

test('tells a process from an earlier one with its number', () => {
	const identity = identify(process.pid);

	expect(identity).toBeDefined();
	if (identity) {
		expect(stillRuns(identity)).toBe(true);
		expect(stillRuns({ ...identity, startTime: identity.startTime - 1 })).toBe(false);
		expect(stillRuns({ ...identity, bootId: 'another' })).toBe(false);
	}
});

test('a process that has ended runs no longer', async () => {
	const child = execa('cat');
	const identity = identify(child.pid ?? 0);
	child.stdin.end();
	await child;

	expect(identity && stillRuns(identity)).toBe(false);
	expect(identify(child.pid ?? 0)).toBeUndefined();
});
