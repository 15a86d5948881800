import { expect, test } from '@jest/globals';
import type { Attempt, GoAhead } from '../../../src/engine/run/pace.ts';
import { createWatch } from '../../../src/engine/judge/watch.ts';
import { commandOf, expectationsOf, lessonOf, stepOf } from '../fixtures/lessons.ts';
import { brief, eventsOf } from '../fixtures/run.ts';
import { createScriptedHost } from '../fixtures/scripted-host.ts';
import { emptySnapshot, filesOf, processOf, snapshotOf } from '../fixtures/snapshots.ts';

const withA = snapshotOf({ files: filesOf({ a: 1 }) });

/** Somebody who does these one after the other, where a step waits. */
function paceOf(...does: readonly (() => Promise<GoAhead> | GoAhead)[]) {
	let next = 0;
	return {
		beforeStep: async () => (await does[next++]?.()) ?? {},
		commandSignal: () => new AbortController().signal,
	};
}

const look: Attempt = { kind: 'look' };
const line = (text: string) => () => ({ attempt: { kind: 'line', text } as const });

const modify = lessonOf([
	stepOf('change', {
		kind: 'modify',
		commands: [{ ...commandOf('touch b'), role: 'modify' }, commandOf('ls')],
		expectations: expectationsOf('file a exists'),
	}),
]);

test('a line that was edited is typed in place of the one of the lesson, and guarded', async () => {
	const { host, typed } = createScriptedHost({
		[String.raw`eval 'touch '\''a'\''' <&9`]: { then: withA },
	});
	const events = await eventsOf(modify, host, { pace: paceOf(line(`touch 'a'`)) });
	expect(typed()).toEqual([String.raw`host: eval 'touch '\''a'\''' <&9`, 'host: ls']);
	expect(brief(events)).toContain(`host$ touch 'a'`);
	expect(brief(events)).toContain('passed');
});

test('a line that does not do what was asked for is answered, and may be edited again', async () => {
	const { host } = createScriptedHost({
		"eval 'touch x' <&9": { exit: 1 },
		"eval 'touch a' <&9": { then: withA },
	});
	const pace = paceOf(line('touch x'), line('touch c'), line('touch a'));
	const events = await eventsOf(modify, host, { pace });
	const tried = events.filter(({ kind }) => kind === 'tried');
	expect(tried).toMatchObject([
		{ why: expect.stringContaining('exited with 1') },
		{ why: undefined, checks: [{ expectation: 'file a exists', seen: 'no a', held: false }] },
	]);
	expect(brief(events).filter((event) => event === 'passed')).toHaveLength(1);
	expect(brief(events).join()).not.toContain('failed');
});

test('without a learner a modify step is typed as it stands', async () => {
	const { host, typed } = createScriptedHost({ 'touch b': { then: withA } });
	await eventsOf(modify, host);
	expect(typed()).toEqual(['host: touch b', 'host: ls']);
});

const challenge = lessonOf([
	stepOf('alone', {
		kind: 'challenge',
		hints: ['Think.', 'Look.', 'There are {{cores}} cores.'],
		commands: [{ ...commandOf('touch a'), role: 'challenge' }],
		expectations: expectationsOf('file a exists'),
		after: 'It is there.',
	}),
]);

test('a challenge passes by the state of the kernel, and nothing is typed', async () => {
	const { host, typed, become } = createScriptedHost();
	const pace = paceOf(
		() => ({ attempt: look }),
		() => {
			become(withA);
			return { attempt: look };
		},
	);
	const [, started, ...events] = await eventsOf(challenge, host, { pace });
	expect(started).toMatchObject({
		task: { kind: 'challenge', hints: ['Think.', 'Look.', 'There are 4 cores.'] },
	});
	expect(brief(events)).toEqual([
		'tried',
		'before',
		'after',
		'held file a exists',
		'explained It is there.',
		'passed',
		'lesson-finished',
	]);
	expect(events[0]).toMatchObject({ checks: [{ seen: 'no a', held: false }] });
	expect(typed()).toEqual([]);
});

test('what was so for a moment only, while the learner was there, is enough', async () => {
	const { host, become, log } = createScriptedHost();
	const pace = paceOf(async () => {
		become(withA);
		const looks = log.length;
		while (log.length < looks + 2) {
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		become(emptySnapshot);
		return { attempt: look };
	});
	const events = await eventsOf(challenge, host, { pace, patience: { watch: 0.001 } });
	expect(brief(events)).toContain('passed');
	expect(brief(events)).not.toContain('tried');
});

test('without a learner a challenge is done in the given way', async () => {
	const { host, typed } = createScriptedHost({ 'touch a': { then: withA } });
	const events = await eventsOf(challenge, host);
	expect(typed()).toEqual(['host: touch a']);
	expect(brief(events)).toContain('passed');
});

test('that something is gone only counts where it was seen before', () => {
	const expectations = expectationsOf('process tail is gone', 'file a is missing');
	const there = snapshotOf({ processes: [processOf(7, 'tail')], files: filesOf({ a: 1 }) });
	const watch = createWatch(expectations, emptySnapshot);
	expect(watch(emptySnapshot)).toMatchObject([
		{ held: false, seen: 'no process "tail", and there was none before either' },
		{ held: false, seen: 'no a, and there was none before either' },
	]);
	expect(watch(there).map(({ held }) => held)).toEqual([false, false]);
	expect(watch(emptySnapshot).map(({ held }) => held)).toEqual([true, true]);
	const other = createWatch(expectations, there);
	expect(other(emptySnapshot).map(({ held }) => held)).toEqual([true, true]);
});
