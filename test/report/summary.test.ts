import { expect, test } from '@jest/globals';
import type { LessonEvent, Outcome } from '../../src/engine/words/event.ts';
import { summary } from '../../src/report/summary.ts';

/** What passed in a recording has not passed here. */
const recorded: LessonEvent = {
	kind: 'recorded',
	on: { distribution: '', kernel: '', cgroup: 'v2', uid: 0, date: '' },
	events: lesson('passed'),
};

test.each<[string, readonly LessonEvent[]]>([
	['0 lessons: 0 steps passed, 0 failed, 0 skipped', []],
	['1 lesson: 1 step passed, 0 failed, 0 skipped', lesson('passed')],
	[
		'2 lessons: 3 steps passed, 1 failed, 2 skipped',
		[...lesson('passed', 'failed', 'skipped'), ...lesson('skipped', 'passed', 'passed')],
	],
	[
		'1 lesson: 1 step passed, 0 failed, 2 skipped (1 shown from a recording)',
		[...lesson('passed', 'skipped'), recorded, ...lesson('skipped').slice(1)],
	],
])('%s', (sentence, events) => {
	expect(summary(events)).toBe(sentence);
});

function lesson(...outcomes: readonly Outcome[]): LessonEvent[] {
	return [
		{
			kind: 'lesson-started',
			lesson: 'x',
			number: 1,
			title: 'X',
			minutes: 1,
			digest: undefined,
			intro: '',
			steps: [],
		},
		...outcomes.map((outcome): LessonEvent => ({
			kind: 'step-finished',
			step: 'y',
			outcome,
			why: undefined,
			missing: [],
		})),
		{ kind: 'lesson-finished', lesson: 'x' },
	];
}
