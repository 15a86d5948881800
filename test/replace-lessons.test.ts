import { expect, test } from '@jest/globals';
import { replaceLessons } from '../scripts/record/replace-lessons.ts';

const header = (kernel: string, date: string) =>
	`{"format":1,"kernel":"${kernel}","date":"${date}"}\n`;
const lesson = (at: number, id: string, words: string) =>
	`{"at":${at},"kind":"lesson-started","lesson":"${id}"}\n` +
	`{"at":${at + 1},"kind":"output","text":"${words}"}\n`;

const earlier =
	header('6.1', 'Monday') + lesson(1, 'a', 'old') + lesson(3, 'b', 'old') + lesson(5, 'c', 'old');

test('only the lessons that were recorded anew are replaced, where they were', () => {
	expect(replaceLessons(earlier, header('6.1', 'Tuesday') + lesson(1, 'b', 'new'))).toBe(
		header('6.1', 'Tuesday') +
			lesson(1, 'a', 'old') +
			lesson(1, 'b', 'new') +
			lesson(5, 'c', 'old'),
	);
});

test('those of another machine are refused', () => {
	expect(() => replaceLessons(earlier, header('6.2', 'Tuesday') + lesson(1, 'b', 'new'))).toThrow(
		/^The others were recorded on another machine; record all lessons\.\n.*6\.1.*\n.*6\.2/,
	);
});

test('a lesson that is new is refused, as its place is not known', () => {
	expect(() => replaceLessons(earlier, header('6.1', 'Tuesday') + lesson(1, 'd', 'new'))).toThrow(
		'Lesson "d" is in no earlier recording; record all lessons.',
	);
});
