import { expect, test } from '@jest/globals';
import { choose, loadLessons } from '../../src/commands/lessons.ts';

const lessons = await loadLessons(undefined);
const chosen = (...names: readonly string[]) => choose(lessons, names).map(({ number }) => number);

test('a lesson is chosen by its number, also by 0, and by its id', () => {
	expect(chosen('0')).toEqual([0]);
	expect(chosen('why')).toEqual([0]);
	expect(chosen('chroot', '0')).toEqual([0, 1]);
	expect(chosen()).toEqual(lessons.map(({ number }) => number));
});

test.each(['', '00', '-0', '99'])(
	'“%s” is no lesson, and not the one with the number 0',
	(name) => {
		expect(() => choose(lessons, [name])).toThrow(
			expect.objectContaining({ name: 'KnownError', exitCode: 2 }),
		);
	},
);
