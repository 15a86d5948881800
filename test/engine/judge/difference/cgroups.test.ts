import { expect, test } from '@jest/globals';
import type { Group } from '../../../../src/engine/words/snapshot.ts';
import { rows } from '../../fixtures/sections.ts';
import { groupOf, processOf } from '../../fixtures/snapshots.ts';

const processes = [
	processOf(10, 'bash'),
	processOf(11, 'ps'),
	processOf(12, 'ls'),
	processOf(13, 'cat'),
];
const none = { quota: undefined, period: 100_000, throttled: 0 };

test.each<[string, Group[], Group[], string[]]>([
	['a new group', [], [groupOf('g')], ['+ g (for cpu, memory)']],
	[
		'a new group with a limit',
		[],
		[groupOf('g', { cpu: { quota: 50_000, period: 100_000, throttled: 0 } })],
		['+ g (for cpu, memory)', '~ g cpu (50000 µs of every 100000 µs: 0.5 cores (was: no limit))'],
	],
	['a group that is gone', [groupOf('g')], [], ['- g']],
	[
		'one controller is gone',
		[groupOf('g')],
		[groupOf('g', { controllers: ['memory'], cpu: undefined })],
		['~ g controllers (memory (was: cpu, memory))'],
	],
	[
		'members',
		[groupOf('g')],
		[groupOf('g', { members: [10, 11, 12, 13] })],
		['~ g holds (4 processes (was: nobody))'],
	],
	[
		'a number of processes, and what it does',
		[groupOf('g', { pids: { limit: undefined, refused: 0 }, frozen: false })],
		[groupOf('g', { pids: { limit: 20, refused: 3 }, frozen: true })],
		[
			'~ g pids (20 processes (was: no limit))',
			'~ g refused (3 times (was: nobody))',
			'~ g frozen (yes (was: no))',
		],
	],
	[
		'a quota and what it does',
		[groupOf('g', { cpu: none })],
		[groupOf('g', { cpu: { quota: 100_000, period: 100_000, throttled: 13 } })],
		[
			'~ g cpu (100000 µs of every 100000 µs: 1 core (was: no limit))',
			'~ g throttled (13 times (was: never))',
		],
	],
	[
		'a quota that limits nothing',
		[groupOf('g', { cpu: none })],
		[groupOf('g', { cpu: { quota: 400_000, period: 100_000, throttled: 0 } })],
		['~ g cpu (400000 µs of every 100000 µs: 4 cores, as many as there are (was: no limit))'],
	],
	[
		'a quota of more than there is',
		[groupOf('g', { cpu: none })],
		[groupOf('g', { cpu: { quota: 800_000, period: 100_000, throttled: 0 } })],
		['~ g cpu (800000 µs of every 100000 µs: 8 cores, more than there are (was: no limit))'],
	],
	[
		'another period',
		[groupOf('g', { cpu: none })],
		[groupOf('g', { cpu: { ...none, period: 50_000 } })],
		['~ g cpu (no limit, in periods of 50000 µs (was: no limit))'],
	],
	[
		'memory and what it does',
		[groupOf('g')],
		[groupOf('g', { memory: { limit: 1_048_576_000, usage: 0, killed: 1 } })],
		['~ g memory (1000 MiB (was: no limit))', '~ g killed (1 process for memory (was: nobody))'],
	],
])('%s', (_, before, after, expected) => {
	expect(rows('cgroups', { groups: before, processes }, { groups: after, processes })).toEqual(
		expected,
	);
});
