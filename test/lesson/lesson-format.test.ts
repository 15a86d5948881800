import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { forms } from '../../src/lesson/expectation-forms.ts';
import { factForms } from '../../src/lesson/fact.ts';
import { lintLesson } from '../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { requirements } from '../../src/lesson/requirement.ts';
import { terminals } from '../../src/lesson/terminal.ts';

const document = readFileSync(new URL('../../docs/lesson-format.md', import.meta.url), 'utf8');
const source = /^````markdown\n(.*?)^````$/ms.exec(document)?.[1] ?? '';

test('the example for authors is a lesson', () => {
	const lesson = parseLesson(source, 'docs/lesson-format.md', 1);
	expect(lesson).toMatchObject({ id: 'empty-root', setup: [{ text: 'mkdir my-container' }] });
	expect(lesson.steps.map(({ id, commands }) => [id, commands.length])).toEqual([
		['lock-bash-into-an-empty-directory', 1],
		['give-it-a-group-of-its-own', 3],
	]);
});

test('the example for authors has nothing to change', () => {
	const lesson = parseLesson(source, 'docs/lesson-format.md', 1);
	expect(lintLesson(lesson, source)).toEqual([]);
});

test.each([
	...forms.map(({ form }) => `| \`${form}\` |`),
	...factForms.map((form) => `\`{{${form}}}\``),
	...[...requirements, ...terminals].map((word) => `\`${word}\``),
])('authors can read about %s', (text) => {
	expect(document).toContain(text);
});
