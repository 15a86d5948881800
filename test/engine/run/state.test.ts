import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../../src/engine/words/event.ts';
import { initialState, reduce } from '../../../src/engine/run/state.ts';
import { commandOf, expectationsOf, lessonOf, machineWith, stepOf } from '../fixtures/lessons.ts';
import { eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { filesOf, snapshotOf } from '../fixtures/snapshots.ts';

const { host } = createScriptedHost(
	{
		'mkdir jail': { prints: 'made\n', then: snapshotOf({ files: filesOf({ 'jail/': 0 }) }) },
		false: { exit: 1 },
	},
	{ provisions: machineWith('stage') },
);

const lesson = lessonOf(
	[
		stepOf('make', {
			commands: [commandOf('mkdir jail'), commandOf('ls')],
			expectations: expectationsOf('file jail exists'),
			after: 'There it is.',
		}),
		stepOf('limit', { commands: [commandOf('ls')], needs: ['limits'] }),
		stepOf('fail', { commands: [commandOf('false')] }),
	],
	[commandOf('touch a.txt')],
);

test('the events of a run become what is on the screen', async () => {
	const state = (await eventsOf(lesson, host)).reduce(reduce, initialState);
	expect(state.lesson?.title).toBe('A lesson');
	expect(state.setup).toEqual([{ terminal: 'host', text: 'touch a.txt' }]);
	expect(state.finished).toBe(true);
	const [make, limit, fail] = state.steps;

	expect(make?.phase).toBe('passed');
	expect(make?.commands.map(({ started, output }) => [started.text, output])).toEqual([
		['mkdir jail', 'made\n'],
		['ls', ''],
	]);
	expect(make?.commands.map(({ exited }) => exited?.exit)).toEqual([0, 0]);
	expect(make?.difference?.[0]?.rows.map(({ subject }) => subject)).toEqual(['jail/']);
	expect(make?.checks.map(({ expectation }) => expectation)).toEqual(['file jail exists']);
	expect(make?.explanation).toBe('There it is.');

	expect(limit).toMatchObject({ phase: 'skipped', missing: [{ cause: 'No limits here.' }] });
	expect(fail).toMatchObject({ phase: 'failed', why: expect.stringContaining('exited with 1') });
	expect(fail?.explanation).toBeUndefined();
});

test('a step waits until it is looked at, then runs until it has finished', async () => {
	const phases: string[] = [];
	let state = initialState;
	await eventsOf(lesson, host, {
		onEvent(event) {
			state = reduce(state, event);
			phases.push(`${event.kind}: ${state.steps.at(-1)?.phase ?? 'none'}`);
		},
	});
	expect(phases.slice(0, 6)).toEqual([
		'lesson-started: none',
		'setup: none',
		'step-started: waiting',
		'observed: running',
		'command-started: running',
		'output: running',
	]);
});

test('what a step asked of the kernel belongs to that step, whenever it comes', async () => {
	const trace = { kind: 'traced', step: 'limit', index: 1, commands: [], missing: [] } as const;
	const events: LessonEvent[] = [...(await eventsOf(lesson, host)), { ...trace, on: undefined }];
	const { steps } = events.reduce(reduce, initialState);
	expect(steps.map(({ trace }) => trace?.step)).toEqual([undefined, 'limit', undefined]);
});

test('a look after a visit is no attempt at a challenge', () => {
	const started = {
		kind: 'step-started',
		step: 'move',
		index: 0,
		title: 'Move',
		prose: '',
		commands: [],
		elsewhere: undefined,
		task: { kind: 'challenge', hints: [] },
	} as const;
	const tried = { kind: 'tried', checks: [], why: undefined } as const;
	const looks = { before: snapshotOf({}), after: snapshotOf({}), checks: [] };
	const visited = { kind: 'visited', terminal: 'host', ...looks } as const;
	const counts = (...events: readonly LessonEvent[]) =>
		[started, ...events].reduce(reduce, initialState).steps[0]?.tried?.count;
	expect(counts(tried, tried)).toBe(2);
	expect(counts(tried, visited, tried)).toBe(1);
	expect(counts(visited, tried, tried)).toBe(1);
	expect(counts(visited, tried)).toBe(0);
});

test('the last lesson leaves nothing behind when another starts', async () => {
	const events = await eventsOf(lesson, host);
	const once = events.reduce(reduce, initialState);
	const again = events.slice(0, 1).reduce(reduce, { ...once, problem: 'Something.' });
	expect(again).toEqual({ ...initialState, lesson: once.lesson });
});

test('a state is never changed, only replaced', async () => {
	let state = initialState;
	for (const event of await eventsOf(lesson, host)) {
		const copy = structuredClone(state);
		const next = reduce(state, event);
		expect(state).toEqual(copy);
		state = next;
	}
});
