import { expect, test } from '@jest/globals';
import { rows } from '../../fixtures/sections.ts';
import { processOf } from '../../fixtures/snapshots.ts';

const onStage = { path: 'jail/proc', type: 'proc', namespace: 1, onStage: true };
const inside = { ...onStage, namespace: 2, onStage: false };
const below = (number: number) => ({ ...inside, path: `jail/proc/${number}`, type: 'tmpfs' });
const elsewhere = { ...inside, path: 'jail/process', type: 'tmpfs' };
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
	[
		'with a few below it',
		[],
		[inside, below(1), below(2), below(3)],
		[
			'+ jail/proc (proc, only in the mount namespace of process 10)',
			'+ jail/proc/1 (tmpfs, only in the mount namespace of process 10)',
			'+ jail/proc/2 (tmpfs, only in the mount namespace of process 10)',
			'+ jail/proc/3 (tmpfs, only in the mount namespace of process 10)',
		],
	],
	[
		'with many below two on one place, and one elsewhere',
		[inside, { ...inside, type: 'tmpfs' }, below(1), below(2), below(3), below(4), elsewhere],
		[],
		[
			'- jail/proc (proc, only in the mount namespace of process 10)',
			'- jail/proc/… (4 mounts below it)',
			'- jail/proc (tmpfs, only in the mount namespace of process 10)',
			'- jail/process (tmpfs, only in the mount namespace of process 10)',
		],
	],
])('%s', (_, before, after, expected) => {
	expect(rows('mounts', { mounts: before, processes }, { mounts: after, processes })).toEqual(
		expected,
	);
});
