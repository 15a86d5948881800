import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { initialState, reduce } from '../../src/engine/run/state.ts';
import { createFarewell } from '../../src/report/farewell.ts';

const question = {
	text: 'Will it?',
	answers: [
		{ text: 'Yes.', isRight: false, reply: 'No.' },
		{ text: 'No.', isRight: true, reply: undefined },
	],
};

const started = (lesson: string, number: number): LessonEvent => ({
	...({ kind: 'lesson-started', lesson, number, title: `Lesson ${lesson}`, minutes: 4 } as const),
	...{ digest: undefined, intro: '', steps: [] },
});

/** A step from its beginning to its end, with an answer to its question or without. */
function step(title: string, outcome: 'passed' | 'failed' | 'skipped', answer?: number) {
	const events: LessonEvent[] = [
		{
			...({ kind: 'step-started', step: title, index: 0, title, prose: '' } as const),
			...{ question, commands: [], elsewhere: undefined },
		},
		...(answer === undefined ? [] : [{ kind: 'predicted', answer } as const]),
		{ kind: 'step-finished', step: title, outcome, why: undefined, missing: [] },
	];
	return events;
}

function told(...events: readonly LessonEvent[]) {
	const farewell = createFarewell();
	let state = initialState;
	for (const event of events) {
		state = reduce(state, event);
		farewell.keep(state);
	}
	return (width = 80) => farewell.lines(width);
}

test('each lesson has its steps with what became of them, and what was a surprise', () => {
	const lines = told(
		started('one', 1),
		...[...step('First', 'passed', 0), ...step('Second', 'failed'), ...step('Third', 'skipped')],
		...[started('two', 2), ...step('Other', 'passed', 1)],
	);
	expect(lines()).toEqual([
		'1  Lesson one  ✓✗–  1 step passed',
		'   You said otherwise: First',
		'2  Lesson two  ✓  1 step passed',
	]);
});

test('a lesson that begins again is told once, and one without a finished step not at all', () => {
	expect(told(started('one', 1), ...step('First', 'failed'), started('one', 1))()).toEqual([]);
	const again = told(started('one', 1), started('one', 1), ...step('First', 'passed'));
	expect(again()).toEqual(['1  Lesson one  ✓  1 step passed']);
	expect(told()()).toEqual([]);
});

test('it is a dozen lines at most, and none is too wide', () => {
	const lessons = [1, 2, 3, 4, 5, 6].flatMap((number) => [
		...[started(`number ${number}`, number), ...step('A title of some words', 'passed', 0)],
		...step('Another title of some words', 'passed', 0),
	]);
	const lines = told(...lessons)(40);
	expect(lines.length).toBeLessThanOrEqual(12);
	expect(lines[0]).toMatch(/^3 {2}Lesson number 3/);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
	expect(lines[2]).toMatch(/^ {3}\S/);
});
