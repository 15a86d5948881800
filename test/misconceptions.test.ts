import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { drawMisconceptions, type Misconception } from '../scripts/misconceptions/draw.ts';
import { findWords } from '../scripts/misconceptions/find-words.ts';

const directory = new URL('..', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, directory), 'utf8');

const rows = parse(read('docs/misconceptions.yaml')) as readonly Misconception[];
const lessons = new Map(
	readdirSync(new URL('lessons', directory)).map((name) => [
		Number.parseInt(name, 10),
		{ name, source: read(`lessons/${name}/lesson.md`) },
	]),
);

test('each misconception is cured by words that stand in a lesson', () => {
	expect(drawMisconceptions(rows, lessons).complaints).toEqual([]);
});

test('the document says where (npm run misconceptions)', () => {
	expect(read('docs/misconceptions.md')).toContain(drawMisconceptions(rows, lessons).table);
});

test('none is forgotten', () => {
	expect(new Set(rows.map(({ believed }) => believed)).size).toBe(25);
});

const example = `---
minutes: 1
---
What a container is.

## A step
Before it runs.

What?

- [ ] That.

  No,
  not that.

- [x] This.

\`\`\`sh host
false
\`\`\`

\`\`\`hint
Think.
\`\`\`

\`\`\`expect
exit 1
\`\`\`

Why it failed.
`;

test.each([
	['What a container is', undefined, 'introduction'],
	['Before it runs', 'A step', 'introduction of the step'],
	['No, not that', 'A step', 'wrong answer'],
	['Think', 'A step', 'hint'],
	['Why it failed', 'A step', 'explanation of a wrong turn'],
])('“%s” is found', (words, title, part) => {
	expect(findWords(example, words)).toEqual({ title, part });
	expect(findWords(example, `${words} indeed`)).toBeUndefined();
});

test.each([
	[{ cured: ['1: Nowhere.'] }, 'Lesson 1 does not say “Nowhere.” any more.'],
	[{ cured: ['2: That.'] }, 'There is no lesson 2: 2: That.'],
	[{}, 'Nothing cures “x”.'],
])('a row that is not cured is complained of: %j', (row, complaint) => {
	const rows = [{ believed: 'x', true: 'y', source: 'z', ...row }];
	const one = new Map([[1, { name: '01-a', source: example }]]);
	expect(drawMisconceptions(rows, one).complaints).toEqual([complaint]);
});
