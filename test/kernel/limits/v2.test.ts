import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stageGroups } from '../../../src/kernel/limits/stage-groups.ts';
import type { StageCgroup } from '../../../src/kernel/limits/stage-cgroup.ts';
import { thisMachine } from '../../../src/kernel/port/this-machine.ts';

/** Texts of a kernel 6.1. */
const files = {
	'cgroup.controllers': 'cpu memory pids\n',
	'cgroup.procs': '4711\n4712\n',
	'cpu.max': 'max 100000\n',
	'cpu.stat':
		'usage_usec 613021\nuser_usec 512000\nsystem_usec 101021\nnr_periods 44\nnr_throttled 41\nthrottled_usec 3328265\nnr_bursts 0\nburst_usec 0\n',
	'memory.max': 'max\n',
	'memory.current': '1118208\n',
	'memory.events': 'low 0\nhigh 0\nmax 39\noom 1\noom_kill 1\noom_group_kill 0\n',
	'pids.max': 'max\n',
	'pids.events': 'max 3\n',
	'cgroup.events': 'populated 1\nfrozen 0\n',
};

let directory = '';
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'kernel-test-'));
});
afterEach(() => {
	rmSync(directory, { recursive: true, force: true });
});

function make(path: string, texts: Record<string, string>): void {
	for (const [name, text] of Object.entries(texts)) {
		const file = join(directory, path, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

const groups = () => stageGroups(thisMachine, { version: 'v2', directory }).list(['terminals']);

test('a group without limits', () => {
	make('container-group', files);

	expect(groups()).toEqual([
		{
			path: 'container-group',
			controllers: ['cpu', 'memory', 'pids'],
			members: [4711, 4712],
			cpu: { quota: undefined, period: 100_000, throttled: 41 },
			memory: { limit: undefined, usage: 1_118_208, killed: 1 },
			pids: { limit: undefined, refused: 3 },
			frozen: false,
		},
	]);
});

test('a group with limits', () => {
	make('container-group', {
		...files,
		'cpu.max': '20000 50000\n',
		'memory.max': '1048576000\n',
		'pids.max': '20\n',
		'cgroup.events': 'populated 1\nfrozen 1\n',
	});

	expect(groups()).toMatchObject([
		{
			cpu: { quota: 20_000, period: 50_000 },
			memory: { limit: 1_048_576_000 },
			pids: { limit: 20 },
			frozen: true,
		},
	]);
});

test('a group that was given no controllers still has members', () => {
	make('bare', {
		'cgroup.controllers': '\n',
		'cgroup.procs': '4711\n',
		'cpu.stat': 'usage_usec 0\nuser_usec 0\nsystem_usec 0\n',
	});

	expect(groups()).toEqual([
		{
			path: 'bare',
			controllers: [],
			members: [4711],
			cpu: undefined,
			memory: undefined,
			frozen: false,
		},
	]);
});

test('lists groups in groups, but neither the stage itself nor its terminals', () => {
	make('', files);
	make('terminals', files);
	make('terminals/deeper', files);
	make('terminals-of-mine', files);
	make('a', files);
	make('a/b', files);

	expect(groups().map(({ path }) => path)).toEqual(['a', 'a/b', 'terminals-of-mine']);
});

test('a process of another PID namespace is not a member', () => {
	make('a', { ...files, 'cgroup.procs': '0\n4711\n0\n' });

	expect(groups()[0]?.members).toEqual([4711]);
});

test('a group that vanishes while it is read is empty', () => {
	mkdirSync(join(directory, 'vanishing'));

	expect(groups()).toEqual([
		{
			path: 'vanishing',
			controllers: [],
			members: [],
			cpu: undefined,
			memory: undefined,
			frozen: false,
		},
	]);
});

test.each<StageCgroup>([{ version: 'v2', directory: '/nowhere' }, { version: 'none' }])(
	'no groups for %j',
	(cgroup) => {
		expect(stageGroups(thisMachine, cgroup).list(['terminals'])).toEqual([]);
	},
);
