import { expect, test } from '@jest/globals';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { KnownError } from '../../src/text/known-error.ts';

/** A lesson with this front matter, and nothing wrong below it. */
const lesson = (...lines: readonly string[]) =>
	['---', ...lines, '---', '', 'A lesson.', '', '## One', '', 'It runs.', ''].join('\n');

const good = ['format: 1', 'id: the-leak', 'title: The leak', 'minutes: 4'] as const;
const [format, id, title, minutes] = good;
const notYaml = 'The front matter is not YAML';

test.each<[what: string, source: string, ...problems: string[]]>([
	['cut off', lesson(...good).slice(0, 30), '1:1: A lesson begins with `---`'],
	['a list', lesson('- format: 1'), '1:1: The front matter must say `format: 1`'],
	['a text', lesson('format 1'), '1:1: The front matter must say `format: 1`'],
	[
		'a word for the format',
		lesson('format: one', id, title, minutes),
		'2:1: The front matter must',
	],
	['format 0', lesson('format: 0', id, title, minutes), '2:1: The front matter must say'],
	['format 2', lesson('format: 2'), '2:1: This lesson is written in format 2 and this program'],
	['an open quote', lesson(format, id, 'title: "The', minutes), `5:11: ${notYaml}`],
	['no id', lesson(format, title, minutes), '1:1: The front matter needs `id`: lower-case'],
	[
		'an id in capitals',
		lesson(format, 'id: Leak', title, minutes),
		'3:1: The front matter needs `id`',
	],
	['a list as id', lesson(format, 'id: [a]', title, minutes), '3:1: The front matter needs `id`'],
	[
		'a number as title',
		lesson(format, id, 'title: 4', minutes),
		'4:1: The front matter needs `title`',
	],
	['no title', lesson(format, id, 'title: "  "', minutes), '4:1: The front matter needs `title`'],
	[
		'two lines as title',
		lesson(format, id, 'title: "a\\nb"', minutes),
		'4:1: The front matter needs',
	],
	[
		'half minutes',
		lesson(format, id, title, 'minutes: -4.5'),
		'5:1: The front matter needs `minutes`',
	],
	['minutes beyond all numbers', lesson(format, id, title, 'minutes: 1e999'), '5:1: The front'],
	['minutes as a text', lesson(format, id, title, 'minutes: "4"'), '5:1: The front matter needs'],
	['all of them', lesson(format), '1:1: The front', '1:1: The front', '1:1: The front'],
	['another key', lesson(...good, 'author: me'), '6:1: The front matter has no key `author`'],
])('%s is told with the file and the line', (_, source, ...problems) => {
	const error = errorOf(source);
	expect(error.exitCode).toBe(2);
	const told = error.message.split('\n').filter((line) => line.startsWith('lesson.md:'));
	const inFrontMatter = told.slice(0, problems.length);
	expect(inFrontMatter).toEqual(
		problems.map((problem): unknown => expect.stringContaining(`lesson.md:${problem}`)),
	);
});

function errorOf(source: string): KnownError {
	try {
		parseLesson(source, 'lesson.md', 1);
	} catch (error) {
		if (error instanceof KnownError) {
			return error;
		}
		throw error;
	}
	throw new Error('This lesson is taken for a good one.');
}
