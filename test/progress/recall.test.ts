import { expect, test } from '@jest/globals';
import type { Predictions } from '../../src/progress/prediction.ts';
import { dayOf } from '../../src/progress/prediction.ts';
import { openingQuestions, surprises } from '../../src/progress/recall.ts';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';

/** A lesson with a question in each of these steps. */
function lessonWith(number: number, ...steps: readonly string[]) {
	const body = steps.map(
		(text, index) => `## ${'abc'[index] ?? ''}\n\n${text}\n\n- [ ] No.\n\n  Yes.\n\n- [x] Yes.\n`,
	);
	const head = `---\nformat: 1\nid: l${number}\ntitle: T\nminutes: 1\n---\n`;
	return parseLesson(`${head}${body.join('\n')}`, 'x', number);
}

const lessons = [
	lessonWith(1, 'Will it?', 'Does it?', 'Is it {{cores}}?'),
	lessonWith(2, 'Can it?', 'May it?'),
];
const said = (wasRight: boolean, day: number) => ({
	said: wasRight ? 1 : 0,
	wasRight,
	on: `2026-11-0${day}`,
});
const predictions: Predictions = {
	'l1/a': said(false, 3),
	'l1/b': said(true, 1),
	'l1/c': said(false, 1),
	'l2/a': said(false, 2),
	'l2/b': said(false, 5),
	'gone/a': said(false, 1),
};
const names = (recalled: readonly { readonly name: string }[]) => recalled.map(({ name }) => name);

test('what surprised is asked again on a later day, the oldest first', () => {
	expect(names(surprises(lessons, predictions, '2026-11-05'))).toEqual(['l2/a', 'l1/a']);
	expect(surprises(lessons, predictions, '2026-11-02')).toEqual([]);
});

test('a lesson opens with two questions of earlier ones, surprises first', () => {
	expect(names(openingQuestions(lessons, predictions, 3))).toEqual(['l2/a', 'l1/a']);
	expect(names(openingQuestions(lessons, predictions, 2))).toEqual(['l1/a', 'l1/b']);
	expect(openingQuestions(lessons, predictions, 1)).toEqual([]);
});

test('lesson 0 opens with nothing, and what it asked is asked again', () => {
	const withZero = [lessonWith(0, 'Why?'), ...lessons];
	const answers = { ...predictions, 'l0/a': said(false, 1) };
	expect(openingQuestions(withZero, answers, 0)).toEqual([]);
	expect(names(openingQuestions(withZero, answers, 1))).toEqual(['l0/a']);
	expect(names(surprises(withZero, answers, '2026-11-02'))).toEqual(['l0/a']);
});

test('a question that speaks of its run is not asked without it', () => {
	expect(names(openingQuestions(lessons, { 'l1/c': said(false, 1) }, 3))).toEqual([]);
});

test('a day is that of the learner', () => {
	expect(dayOf(new Date(2026, 0, 9, 23, 59))).toBe('2026-01-09');
});
