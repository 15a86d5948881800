import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../../src/engine/words/event.ts';
import { inOrderOfLikeness, type Origin } from '../../../src/engine/words/origin.ts';
import { plan } from '../../../src/engine/run/plan.ts';
import { recordedSteps } from '../../../src/engine/run/recorded.ts';
import { initialState, reduce } from '../../../src/engine/run/state.ts';
import { commandOf, lessonOf, machineWith, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';

const on: Origin = {
	distribution: 'Debian GNU/Linux 12 (bookworm)',
	kernel: '6.1.0',
	cgroup: 'v2',
	uid: 0,
	date: '2026-11-24T14:46:04.258Z',
};

const lesson = lessonOf([
	stepOf('make', { commands: [commandOf('mkdir jail')], after: 'There it is.' }),
	stepOf('limit', { needs: ['limits'], commands: [commandOf('cgcreate')] }),
	stepOf('fail', { needs: ['limits'], commands: [commandOf('false')] }),
]);

/** What became of the lesson where there are limits. */
const recorded = await eventsOf(
	lesson,
	createScriptedHost(
		{ cgcreate: { prints: 'made\n' }, false: { exit: 1 } },
		{ provisions: machineWith('stage', 'limits') },
	).host,
);

const recordings = recordedSteps(on, recorded);

test('only steps that passed are kept, each with its own events', () => {
	expect(recordings.map(({ step }) => step)).toEqual(['make', 'limit']);
	expect(brief(recordings[1]?.events ?? [])).toEqual([
		'step limit',
		'before',
		'host$ cgcreate',
		'prints made\n',
		'exit 0',
		'after',
		'passed',
	]);
});

test('a lesson that does not say what its text was is not kept', () => {
	const old = recorded.map((event): LessonEvent => ({ ...event, digest: undefined }) as never);
	expect(recordedSteps(on, old)).toEqual([]);
});

test('a step that cannot run here gets its recording; one that can run gets none', () => {
	const { steps } = plan(lesson, machineWith('stage'), recordings);
	expect(steps.map(({ recorded }) => recorded?.step)).toEqual([undefined, 'limit', undefined]);
});

test('what was recorded of another text of the lesson, or another step, is not shown', () => {
	const changed = { ...lesson, digest: 'another' };
	const renamed = {
		...lesson,
		steps: lesson.steps.map((step) => ({ ...step, id: `${step.id}s` })),
	};
	for (const other of [changed, renamed]) {
		const { steps } = plan(other, machineWith('stage'), recordings);
		expect(steps.filter(({ recorded }) => recorded !== undefined)).toEqual([]);
	}
});

test('the first of several recordings is taken', () => {
	const other = recordings.map((one) => ({ ...one, on: { ...on, kernel: 'other' } }));
	const { steps } = plan(lesson, machineWith('stage'), [...other, ...recordings]);
	expect(steps[1]?.recorded?.on.kernel).toBe('other');
});

const runs = [
	{ on: { ...on, cgroup: 'v1', uid: 0 } },
	{ on: { ...on, cgroup: 'v2', uid: 0 } },
	{ on: { ...on, cgroup: 'v2', uid: 1000 } },
];

test.each([
	['v1', true, ['v1 0', 'v2 0', 'v2 1000']],
	['v1', false, ['v1 0', 'v2 1000', 'v2 0']],
	['v2', true, ['v2 0', 'v2 1000', 'v1 0']],
	['v2', false, ['v2 1000', 'v2 0', 'v1 0']],
	['none', true, ['v2 0', 'v1 0', 'v2 1000']],
	['none', false, ['v2 1000', 'v2 0', 'v1 0']],
])('with cgroup %s, and root: %s, they come in the order %j', (cgroup, isRoot, order) => {
	const ordered = inOrderOfLikeness(runs, { cgroup, isRoot });
	expect(ordered.map(({ on }) => `${on.cgroup} ${on.uid}`)).toEqual(order);
});

test('the recording is in the stream before the step ends, and in the state beside it', async () => {
	const { host, log } = createScriptedHost({}, { provisions: machineWith('stage') });
	const events = await eventsOf(lesson, host, { recordings });
	const limit = events.findIndex((event) => event.kind === 'step-started' && event.index === 1);
	expect(events.slice(limit, limit + 3).map(({ kind }) => kind)).toEqual([
		'step-started',
		'recorded',
		'step-finished',
	]);
	expect(log.filter((line) => line.includes('cgcreate'))).toEqual([]);

	const [make, step, fail] = events.reduce(reduce, initialState).steps;
	expect(make).toMatchObject({ phase: 'passed', recorded: undefined });
	expect(step).toMatchObject({ phase: 'skipped', commands: [], missing: [{}] });
	expect(step?.recorded?.on).toEqual(on);
	expect(step?.recorded?.step).toMatchObject({
		phase: 'passed',
		commands: [{ started: { text: 'cgcreate' }, output: 'made\n', exited: { exit: 0 } }],
	});
	expect(step?.recorded?.step.difference).toBeDefined();
	expect(fail).toMatchObject({ phase: 'skipped', recorded: undefined });
});
