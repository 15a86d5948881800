import { expect, test } from '@jest/globals';
import { parseLessonFolders } from '../../src/lesson/lesson-folder.ts';
import { describeProblems } from '../../src/lesson/problem.ts';
import { lessonWith } from './example.ts';

const step = '## A step\n\n```sh host\ntrue\n```\n\n```expect\nexit 0\n```\n\nSo it is.\n';

const problemsOf = (source: string, name = '01-example') =>
	parseLessonFolders([{ name, file: `lessons/${name}/lesson.md`, source }]).problems;

/** Whatever a terminal would obey, but for the ends of lines. */
const obeyed = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

test('a lesson may hold tabs', () => {
	expect(problemsOf(lessonWith(step.replace('So it', 'So\tit').replace('true', '\ttrue')))).toEqual(
		[],
	);
});

test.each([
	['in a title', lessonWith(step.replace('A step', 'A \u001B]0;owned\u0007step'))],
	['in prose', lessonWith(step.replace('So it', 'So \u001B[2Jit'))],
	['in a command', lessonWith(step.replace('true', 'true \u001B]52;c;UFdO\u0007'))],
	['in an expectation', lessonWith(step.replace('exit 0', 'output contains \u009B2J'))],
	['that turns text around', lessonWith(step.replace('true', 'true # \u202Eeurt'))],
	['by its number in prose', lessonWith(step.replace('So it', 'So &#x202e;it'))],
	['by its name in a heading', lessonWith(step.replace('A step', 'A &rlm;step'))],
	['by its number in a link', lessonWith(`${step}\n[a](https://example.org/&#x2066; "b")\n`)],
	['by an escape in the front matter', lessonWith(step).replace('An example', '"A \\e[2Jtitle"')],
	['in the front matter', lessonWith(step).replace('An example', 'A \u001B[2Jtitle')],
])('a character that a terminal would obey is refused once %s', (_, source) => {
	const problems = problemsOf(source);
	expect(problems).toHaveLength(1);
	const message = describeProblems(problems);
	expect(message).toMatch(
		/^lessons\/01-example\/lesson\.md:\d+:\d+: A terminal obeys the character `\\/,
	);
	expect(message).not.toMatch(obeyed);
});

test.each([
	[
		'of the lesson',
		lessonWith(step).replace('An example', '"A\\nB"'),
		/needs `title`: a line of text/,
	],
	['of a step', lessonWith(step.replace('A step', 'A&#10;step')), /title of a step is one line/],
])('a title %s is one line', (_, source, sentence) => {
	expect(describeProblems(problemsOf(source))).toMatch(sentence);
});

test('it is named with the line and the column where it stands', () => {
	const source = lessonWith(step.replace('true', '\ttrue \u001B[2J && ls'));
	expect(describeProblems(problemsOf(source))).toMatch(
		/^lessons\/01-example\/lesson\.md:10:7: .*\n {2}10 \| {2}true \\033\[2J && ls\n {5}\| {7}\^/,
	);
});

test('of very many, some are named, and soon', () => {
	const start = performance.now();
	const problems = problemsOf(lessonWith(step + '\u001B\n'.repeat(20_000)));
	expect(problems).toHaveLength(20);
	expect(performance.now() - start).toBeLessThan(1000);
});

test('the name of a folder is shown and not obeyed', () => {
	const message = describeProblems(problemsOf(lessonWith(step), '01-\u001B[2J\u202Eexample'));
	expect(message).toContain('01-\\033[2J\\u202eexample');
	expect(message).not.toMatch(obeyed);
});
