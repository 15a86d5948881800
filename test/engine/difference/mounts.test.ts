import { expect, test } from '@jest/globals';
import { rows } from '../fixtures/sections.ts';
import { processOf } from '../fixtures/snapshots.ts';

const onStage = { path: 'jail/proc', type: 'proc', namespace: 1, onStage: true };
const inside = { ...onStage, namespace: 2, onStage: false };
const processes = [processOf(10, 'bash', { ownNamespaces: { mnt: 2 } })];

test.each([
	['on the stage', [], [onStage], ['+ jail/proc (proc, seen by every terminal)']],
	['inside', [], [inside], ['+ jail/proc (proc, only in the mount namespace of process 10)']],
	['taken away', [onStage], [], ['- jail/proc (proc, seen by every terminal)']],
	[
		'over one of the stage, in a new namespace',
		[onStage],
		[onStage, inside],
		['+ jail/proc (proc, only in the mount namespace of process 10)'],
	],
])('%s', (_, before, after, expected) => {
	expect(rows('mounts', { mounts: before }, { mounts: after, processes })).toEqual(expected);
});
