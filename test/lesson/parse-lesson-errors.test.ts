import { expect, test } from '@jest/globals';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonWith } from './example.ts';
import { KnownError } from '../../src/text/known-error.ts';

const file = 'lessons/01-x/lesson.md';
const step = '## A\n';

/** The first lines of the problems: `LINE:COLUMN: sentence`. */
function problemsOf(source: string): string[] {
	return errorOf(source).problems.map(
		({ line, column, message }) => `${line}:${column}: ${message.split('\n', 1).join('')}`,
	);
}

function errorOf(source: string): KnownError {
	try {
		parseLesson(source, file, 1);
	} catch (error) {
		if (error instanceof KnownError) {
			return error;
		}
		throw error;
	}
	throw new Error('The lesson was read without an error.');
}

test('an error shows file, line, column, a sentence, and the line with a caret', () => {
	const source = lessonWith('## A\n```expect\n\n  exti 127\n```\n');
	expect(errorOf(source).message.split('\n').slice(0, 5)).toEqual([
		'lessons/01-x/lesson.md:10:3: `exti 127` is not a sentence that can be checked. The sentences, the nearest first:',
		'  10 |   exti 127',
		'     |   ^',
		'  exit CODE',
		'  exit CODE from COMMAND',
	]);
});

test('the caret stands below the column after tabs and wide characters', () => {
	const source = lessonWith('## A\n```needs\n\t容器 x\n```\n');
	expect(errorOf(source).message.split('\n').slice(1)).toEqual(['  9 |  容器 x', '    |  ^']);
});

test('all problems of a file come at once, in the order of the file', () => {
	const source = '---\nformat: 1\nid: Not Kebab\ntitle: X\n---\n# A\n## B\n```sh hots\nx\n```\n';
	const error = errorOf(source);
	expect(error.problems.map(({ line }) => line)).toEqual([1, 3, 6, 8]);
	expect(error.message.split('\n\n')).toHaveLength(4);
});

test('a newer format is the only thing said about a lesson', () => {
	expect(problemsOf('---\nformat: 2\nidentity: x\n---\n# A\n')).toEqual([
		'2:1: This lesson is written in format 2 and this program reads format 1; update the program, for example with `npx containers-under-the-hood@latest`.',
	]);
});

test.each([
	['no front matter', '## A\n', '1:1: A lesson begins with `---`, the lines'],
	['an empty front matter', '---\n---\n## A\n', '1:1: The front matter must say `format: 1`.'],
	[
		'no format',
		'---\nid: a\ntitle: A\nminutes: 1\n---\n## A\n',
		'1:1: The front matter must say `format: 1`.',
	],
	[
		'a format that is text',
		lessonWith(step).replace('format: 1', "format: '1'"),
		'2:1: The front matter must say `format: 1`.',
	],
	[
		'an id with capitals',
		lessonWith(step).replace('id: example', 'id: An Example'),
		'3:1: The front matter needs `id`: lower-case words',
	],
	[
		'a title that is a number',
		lessonWith(step).replace('An example', '42'),
		'4:1: The front matter needs `title`: a line of text',
	],
	[
		'half a minute',
		lessonWith(step).replace('minutes: 2', 'minutes: 0.5'),
		'5:1: The front matter needs `minutes`: a whole number',
	],
	[
		'an unknown key',
		lessonWith(step).replace('minutes: 2', 'minutes: 2\nauthor: me'),
		'6:1: The front matter has no key `author`',
	],
	[
		'a colon in a title',
		lessonWith(step).replace('An example', 'Limits: cgroups'),
		'4:8: The front matter is not YAML (Nested mappings',
	],
])('front matter: %s', (_, source, expected) => {
	expect(problemsOf(source)[0]).toContain(expected);
});

test.each([
	['no steps', 'Only an intro.\n', ['1:1: This lesson has no steps; begin each']],
	['a second title', `# Title\n${step}`, ['7:1: The title of a lesson is in its front matter']],
	['a step without a title', '##\n', ['7:1: A step needs a title']],
	[
		'prose between blocks',
		`${step}\`\`\`sh host\na\n\`\`\`\nBetween.\n\n\`\`\`expect\nexit 0\n\`\`\`\n`,
		['11:1: Prose stands before the blocks of a step or after them'],
	],
	[
		'a shown block between blocks',
		`${step}\`\`\`sh host\na\n\`\`\`\n\`\`\`text\nx\n\`\`\`\n\`\`\`expect\nexit 0\n\`\`\`\n`,
		['11:1: Prose stands before the blocks'],
	],
	[
		'commands in the intro',
		`\`\`\`sh host\na\n\`\`\`\n${step}`,
		['7:1: Before the first `##` only setup is typed'],
	],
	[
		'expectations in the intro',
		`\`\`\`expect\nexit 0\n\`\`\`\n${step}`,
		['7:1: Before the first `##` only setup is typed'],
	],
	[
		'prose behind the setup',
		`\`\`\`sh host setup\na\n\`\`\`\nProse.\n\n${step}`,
		['10:1: The setup comes last before the first step'],
	],
	[
		'setup in a step',
		`${step}\`\`\`sh host setup\na\n\`\`\`\n`,
		['8:1: Setup stands before the first `##`'],
	],
	['no terminal', `${step}\`\`\`sh\na\n\`\`\`\n`, ['8:1: Say in which terminal this is typed']],
	[
		'an unknown terminal',
		`${step}\`\`\`sh container2\na\n\`\`\`\n`,
		['8:1: There is no terminal `container2`; the terminals are `container-2`,'],
	],
	[
		'an unknown condition',
		`${step}\`\`\`sh host no-cgroups-v1\na\n\`\`\`\n`,
		['8:1: There is no requirement `no-cgroups-v1`; the requirements are `cgroup-v1`,'],
	],
	[
		'an unknown need',
		`${step}\`\`\`needs\nlimits\n tools\n\`\`\`\n`,
		['10:2: There is no requirement `tools`; the requirements are `cgroup-tools`,'],
	],
	[
		'words after expect',
		`${step}\`\`\`expect host\nexit 0\n\`\`\`\n`,
		['8:1: Nothing may follow `expect`'],
	],
	[
		'nothing typed',
		`${step}\`\`\`sh host\n# only this\n\`\`\`\n`,
		['8:1: This block types nothing'],
	],
	[
		'a command that never ends',
		`${step}\`\`\`sh host\na\nb \\\n\`\`\`\n`,
		['10:1: The last line of this command ends in `\\`'],
	],
	[
		'a block in a list',
		`${step}- x\n\n  \`\`\`sh host\n  a\n  \`\`\`\n`,
		['10:3: This block stands in a list or a quotation'],
	],
	[
		'a block that is never closed',
		`${step}\`\`\`sh host\na\n`,
		['8:1: This block is never closed'],
	],
	[
		'bash in place of sh',
		`${step}\`\`\`bash host\na\n\`\`\`\n`,
		['8:1: This block would only be shown'],
	],
	[
		'expects in place of expect',
		`${step}\`\`\`expects\nexit 0\n\`\`\`\n`,
		['8:1: This block would only be shown'],
	],
	[
		'two wrong expectations',
		`${step}\`\`\`expect\nexit 300\nfile /a exists\n\`\`\`\n`,
		['9:1: A program cannot exit with 300', '10:1: Paths are relative to the sandbox'],
	],
])('body: %s', (_, body, expected) => {
	const problems = problemsOf(lessonWith(body));
	expect(problems).toEqual(expected.map((start) => expect.stringContaining(start)));
});
