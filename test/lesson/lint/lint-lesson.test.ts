import { expect, test } from '@jest/globals';
import { lintLesson } from '../../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { lessonWith, typing } from '../example.ts';

/** `LINE:COLUMN: sentence` for everything that is found. */
function remarksOn(source: string): string[] {
	const lesson = parseLesson(source, 'lesson.md', 1);
	return lintLesson(lesson, source).map(
		({ line, column, message }) => `${line}:${column}: ${message.split('\n', 1).join('')}`,
	);
}

const checked = '```expect\nfile a exists\n```\n';
const step = `## A step\n\n\`\`\`sh host\nmkdir a\n\`\`\`\n${checked}`;

test('a lesson that is in order has no remarks', () => {
	expect(remarksOn(lessonWith(`Intro.\n\n${step}\nAfter.\n`))).toEqual([]);
});

test('a title may stand once in a lesson', () => {
	expect(remarksOn(lessonWith('## The leak\n\n## Other\n\n## *The* leak!\n'))).toEqual([
		'11:1: The step `the-leak` is also on line 7; give each step of a lesson a title of its own.',
	]);
});

test('a step that types must expect', () => {
	const source = lessonWith('## A step\n```sh host\nmkdir a\n```\n\n## Only prose\n');
	expect(remarksOn(source)).toEqual([
		'7:1: The step “A step” types commands and expects nothing; add an `expect` block that says what the kernel must then show, such as `file my-container exists`.',
	]);
});

test.each([
	['in the intro', `It has {{core}} cores.\n\n${step}`, '7:8: There is no fact `{{core}}`'],
	['in prose', `## A step\n\nIt has\n{{core}} cores.\n`, '10:1: There is no fact `{{core}}`'],
	['after the commands', `${step}\nIt has {{core}} cores.\n`, '16:8: There is no fact `{{core}}`'],
	[
		'in setup',
		`\`\`\`sh host setup\nkill {{pid tail}}\n\`\`\`\n${step}`,
		'8:6: There is no fact `{{pid tail}}`',
	],
	[
		'in the second line of a command',
		`## A\n\`\`\`sh host\necho \\\n {{core}}\n\`\`\`\n${checked}`,
		'10:2: There is no fact `{{core}}`',
	],
	[
		'in an expectation',
		step.replace('file a exists', 'output contains {{core}}'),
		'13:17: There is no fact `{{core}}`',
	],
])('an unknown fact is found %s', (_, body, start) => {
	expect(remarksOn(lessonWith(body))).toEqual([expect.stringContaining(start)]);
});

function numbersIn(prose: string, command = 'mkdir a', expectation = 'file a exists') {
	const source = lessonWith(
		`## A step\n\n\`\`\`sh host\n${command}\n\`\`\`\n\`\`\`expect\n${expectation}\n\`\`\`\n\n${prose}\n`,
	);
	return remarksOn(source).map((remark) => /^(\d+:\d+): The number (\S+)/.exec(remark)?.slice(1));
}

test.each([
	[
		'a number of this machine',
		'It has 16 cores\nand 32 GB.',
		[
			['16:8', '16'],
			['17:5', '32'],
		],
	],
	[
		'a number in bold or a heading',
		'### 12\n**34** and [56](https://x/78)',
		[
			['16:5', '12'],
			['17:3', '34'],
			['17:13', '56'],
		],
	],
	[
		'a number with a comma, and a sentence that ends',
		'Of 1,000: 99.',
		[
			['16:4', '1000'],
			['16:11', '99'],
		],
	],
	[
		'a percentage and a range',
		'From 10-20 or 90%',
		[
			['16:6', '10'],
			['16:9', '20'],
			['16:15', '90'],
		],
	],
])('prose must not hold %s', (_, prose, found) => {
	expect(numbersIn(prose)).toEqual(found);
});

test.each([
	['one digit', 'process 1, chroot(2), 9'],
	['part of a name', 'UTF-16, x86_64, sha256, v10'],
	['code', 'the signal `137`, which is 137'],
	['from the run', '{{cores}} and {{size of my-container-22}}'],
	['in a shown block', '```text\n4096 bytes\n```\nSo 4096.'],
])('a number in prose may be %s', (_, prose) => {
	expect(numbersIn(prose)).toEqual([]);
});

test('a number in prose may be typed or expected in the same step', () => {
	expect(numbersIn('1000 MB, 127, 100,000', 'a 1000M q=100000', 'exit 127')).toEqual([]);
});

test('the same prose before and after the commands is found in both places', () => {
	const source = lessonWith(
		`## A step\n\nIt has 77.\n\n${step.replace('## A step\n\n', '')}\nIt has 77.\n`,
	);
	expect(remarksOn(source).map((remark) => remark.split(':', 2).join(':'))).toEqual([
		'9:8',
		'18:8',
	]);
});

test('a number that another step types is not explained', () => {
	const source = lessonWith(`${step.replace('mkdir a', 'mkdir a1234')}\n## Next\n\nIt was 1234.\n`);
	expect(remarksOn(source)).toEqual([expect.stringContaining('18:8: The number 1234 is neither')]);
});

test('a command in an indented block is found by its line', () => {
	const body = '## A\n  ```sh host\n  sudo a \\\n    b\n  ```\n```expect\nexit 0\n```\n';
	expect(remarksOn(lessonWith(body))).toEqual([expect.stringMatching(/^9:1: .*`sudo`/)]);
});

test('the first line of a problem is the line of the source', () => {
	const source = typing('sudo ls');
	const [problem] = lintLesson(parseLesson(source, 'lesson.md', 1), source);
	expect(problem).toMatchObject({ file: 'lesson.md', line: 9, column: 1, excerpt: 'sudo ls' });
});
