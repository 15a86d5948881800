import { expect, test } from '@jest/globals';
import { compare, isUnchanged } from '../../../src/engine/judge/difference.ts';
import { emptySnapshot, groupOf, snapshotOf, viewOf } from '../fixtures/snapshots.ts';

test('has all sections in the order of the story', () => {
	const after = snapshotOf({ views: [viewOf('host'), viewOf('container-1')] });
	expect(compare(emptySnapshot, after).map(({ name }) => name)).toEqual([
		'files',
		'processes',
		'container-1 sees',
		'namespaces',
		'mounts',
		'cgroups',
	]);
});

test('what always flickers is no change', () => {
	const before = snapshotOf({
		views: [{ ...viewOf('host'), others: 83 }],
		groups: [groupOf('g', { memory: { limit: undefined, usage: 1000, killed: 0 } })],
	});
	const after = snapshotOf({
		otherProcesses: 91,
		views: [{ ...viewOf('host'), others: 91 }],
		groups: [groupOf('g', { memory: { limit: undefined, usage: 9000, killed: 0 } })],
	});
	const difference = compare(before, after);
	expect(isUnchanged(difference)).toBe(true);
	expect(Object.fromEntries(difference.map(({ name, unchanged }) => [name, unchanged]))).toEqual({
		files: '',
		processes: '91 of the host',
		namespaces: "every process is in the host's",
		mounts: '',
		cgroups: 'g',
	});
});
