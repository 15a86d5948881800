import { expect, test } from '@jest/globals';
import { plan, readiness } from '../../../src/engine/run/plan.ts';
import type { Requirement } from '../../../src/lesson/requirement.ts';
import { commandOf, lessonOf, machineWith, stepOf } from '../fixtures/lessons.ts';

const limits = stepOf('limits', {
	needs: ['limits'],
	commands: [
		commandOf('getconf _NPROCESSORS_ONLN'),
		commandOf('cgset -r cpu.cfs_quota_us=1', 'host', 'cgroup-v1', 'cgroup-tools'),
		commandOf('echo 1 > cpu/cpu.cfs_quota_us', 'host', 'cgroup-v1', 'no-cgroup-tools'),
		commandOf('cgset -r cpu.max=1', 'host', 'cgroup-v2', 'cgroup-tools'),
		commandOf('echo 1 > cpu.max', 'host', 'cgroup-v2', 'no-cgroup-tools'),
	],
});

test.each<[string, Requirement[], string, string, string]>([
	[
		'v1 with tools',
		['cgroup-v1', 'cgroup-tools'],
		'cgset -r cpu.cfs_quota_us=1',
		'v2',
		'cgset -r cpu.max=1',
	],
	['v1 without', ['cgroup-v1'], 'echo 1 > cpu/cpu.cfs_quota_us', 'v2', 'echo 1 > cpu.max'],
	[
		'v2 with tools',
		['cgroup-v2', 'cgroup-tools'],
		'cgset -r cpu.max=1',
		'v1',
		'cgset -r cpu.cfs_quota_us=1',
	],
	['v2 without', ['cgroup-v2'], 'echo 1 > cpu.max', 'v1', 'echo 1 > cpu/cpu.cfs_quota_us'],
])('on %s types one variant and shows the other version', (_, machine, here, version, there) => {
	const { steps } = plan(lessonOf([limits]), machineWith('stage', 'limits', ...machine));
	expect(steps[0]?.commands.map(({ text }) => text)).toEqual(['getconf _NPROCESSORS_ONLN', here]);
	expect(steps[0]?.elsewhere).toEqual({
		version,
		commands: [
			{ terminal: 'host', text: 'getconf _NPROCESSORS_ONLN' },
			{ terminal: 'host', text: there },
		],
	});
	expect(steps[0]?.missing).toEqual([]);
});

test('without any cgroups shows the newer version', () => {
	const { steps } = plan(lessonOf([limits]), machineWith('stage'));
	expect(steps[0]?.elsewhere?.version).toBe('v2');
});

test('has nothing to show for elsewhere where all versions type the same', () => {
	const step = stepOf('same', { commands: [commandOf('ls', 'host', 'no-cgroup-tools')] });
	expect(plan(lessonOf([step]), machineWith('stage')).steps[0]?.elsewhere).toBeUndefined();
});

test('a step with commands needs a stage, one with prose does not', () => {
	const lesson = lessonOf([stepOf('does', { commands: [commandOf('ls')] }), stepOf('tells')]);
	const { steps } = plan(lesson, machineWith());
	expect(steps.map(({ missing }) => missing)).toEqual([
		[{ cause: 'No stage here.', fix: 'Get stage.' }],
		[],
	]);
});

test('chooses among the commands of the setting up', () => {
	const setup = [commandOf('a', 'host', 'cgroup-v1'), commandOf('b', 'host', 'no-cgroup-v1')];
	const planned = plan(lessonOf([], setup), machineWith('stage'));
	expect(planned.setup.map(({ text }) => text)).toEqual(['b']);
});

test('tells a cause once that takes several requirements away', () => {
	const cause = { cause: 'Not Linux.', fix: 'Use Linux.' };
	const step = stepOf('all', { needs: ['limits', 'pid-namespace'], commands: [commandOf('ls')] });
	const missing = new Map(
		(['stage', 'limits', 'pid-namespace'] as const).map((name) => [name, cause]),
	);
	const planned = plan(lessonOf([step]), { provides: new Set(), missing });
	expect(planned.steps[0]?.missing).toEqual([cause]);
});

test('never takes a need for granted of which nobody knows why it is missing', () => {
	const planned = plan(lessonOf([limits]), { provides: new Set(['stage']), missing: new Map() });
	expect(planned.steps[0]?.missing[0]?.cause).toContain('"limits"');
});

const simple = stepOf('simple', { commands: [commandOf('ls')] });

test.each<[string, Requirement[], string, string[]]>([
	['everything', ['stage', 'limits', 'cgroup-v1'], 'ready', []],
	['a stage', ['stage'], 'limited', ['No limits here.']],
	['nothing', [], 'not here', ['No stage here.', 'No limits here.']],
])('with %s a lesson is as ready as its steps', (_, machine, verdict, causes) => {
	const planned = plan(lessonOf([stepOf('tells'), simple, limits]), machineWith(...machine));
	const { causes: found, ...rest } = readiness(planned);
	expect(rest).toEqual({ verdict });
	expect(found.map(({ cause }) => cause)).toEqual(causes);
});

test('a lesson that only tells is ready anywhere', () => {
	expect(readiness(plan(lessonOf([stepOf('tells')]), machineWith())).verdict).toBe('ready');
});
