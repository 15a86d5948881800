import { expect, test } from '@jest/globals';
import {
	type LessonFolder,
	parseLessonFolder,
	parseLessonFolders,
} from '../../src/lesson/lesson-folder.ts';
import { lessonWith } from './example.ts';

const source = lessonWith('## A\n');

test.each([
	['03-the-leak', 3],
	['10-layers', 10],
	['00-why-containers', 0],
])('the folder %s holds lesson %i', (name, number) => {
	const file = `lessons/${name}/lesson.md`;
	expect(parseLessonFolder({ name, file, source })).toMatchObject({ number, file, id: 'example' });
});

test.each(['the-leak', '3', '03_the_leak', '03-The Leak'])(
	'the folder name %s is refused',
	(name) => {
		expect(() => parseLessonFolder({ name, file: 'x/lesson.md', source })).toThrow(
			`x/lesson.md:1:1: The folder \`${name}\` must be named by its place in the story, such as \`03-the-leak\`: a number and lower-case words, joined by hyphens.`,
		);
	},
);

test('the lessons that can be read come by number, with the problems of the others', () => {
	const folders = [
		{ name: '10-b', file: 'b', source },
		{ name: '09-a', file: 'a', source },
		{ name: '11-c', file: 'c', source: 'no front matter' },
		{ name: 'd', file: 'd', source },
	];
	const { parsed, problems } = parseLessonFolders(folders);
	expect(parsed.map(({ lesson }) => lesson.number)).toEqual([9, 10]);
	expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['c', 'd']));
});

test('a lesson that was parsed before is taken as it was, unless its source is another now', () => {
	const folder = { name: '03-a', file: 'here/lesson.md', source };
	const before = { ...parseLessonFolder(folder), title: 'As it was', file: '' };
	const known = new Map([[before.digest, before]]);
	const titleOf = (folder: LessonFolder) => parseLessonFolder(folder, known).title;

	expect(titleOf(folder)).toBe('As it was');
	expect(titleOf({ ...folder, source: `${source}\nMore.\n` })).toBe('An example');
	expect(parseLessonFolder({ ...folder, name: '04-b' }, known)).toMatchObject({
		number: 4,
		file: 'here/lesson.md',
	});
});
