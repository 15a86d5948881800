import { expect, test } from '@jest/globals';
import { describeProblems, lessonError } from '../../src/lesson/problem.ts';
import type { Problem } from '../../src/text/known-error.ts';

function problem(excerpt: string, column: number, message = 'This is wrong.'): Problem {
	return { file: 'lesson.md', line: 12, column, message, excerpt };
}

/** The author's line, and what stands above the caret. */
function pointedAt(excerpt: string, column: number) {
	const [, line = '', caret = ''] = describeProblems([problem(excerpt, column)]).split('\n');
	return { line, above: line.slice(caret.indexOf('^')) };
}

test('a list in the message comes below the line', () => {
	expect(describeProblems([problem('a b', 3, 'Wrong.\n  one\n  two')])).toBe(
		'lesson.md:12:3: Wrong.\n  12 | a b\n     |   ^\n  one\n  two',
	);
});

test('the caret stands below a character after wide ones', () => {
	expect(describeProblems([problem('容器 x', 4)])).toBe(
		'lesson.md:12:4: This is wrong.\n  12 | 容器 x\n     |      ^',
	);
});

test('a tab counts as the one column it is shown as', () => {
	expect(pointedAt('\t\tsudo ls', 3)).toEqual({ line: '  12 |   sudo ls', above: 'sudo ls' });
});

test.each([1, 50, 100, 101, 250, 400])(
	'of a very long line the part around column %i is shown',
	(column) => {
		const long = Array.from({ length: 100 }, (_, index) => String(index).padStart(4, '.')).join('');
		const { line, above } = pointedAt(long, column);
		expect(line.length).toBeLessThanOrEqual(130);
		expect(above).toBe(long.slice(column - 1, column - 1 + above.length));
		expect(above.length).toBeGreaterThan(0);
		expect(line).toContain(long.slice(Math.max(0, column - 11), column));
	},
);

test('an error without a place is a sentence of its own', () => {
	const error = lessonError('There are no lessons.');
	expect([error.message, error.problems, error.name, error.exitCode]).toEqual([
		'There are no lessons.',
		[],
		'KnownError',
		2,
	]);
});
