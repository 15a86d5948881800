import { expect, test } from '@jest/globals';
import { checkLessons } from '../../../src/lesson/lint/check-lessons.ts';
import { lessonWith, typing } from '../example.ts';

function folder(name: string, source: string) {
	return { name, file: `lessons/${name}/lesson.md`, source };
}

const question = 'What?\n\n- [x] This.\n- [ ] That.\n\n  No.\n\n';
const expecting = '```expect\nfile a exists\n```\n';
const proof = '```proof\n/proc/version\n```\n';
const modify = `## A\n${question}\`\`\`sh host modify\ntouch a\n\`\`\`\n${expecting}${proof}`;
const hints = '```hint\nThink.\nLook.\nType it.\n```\n';
const challenge = `## B\n\`\`\`sh host challenge\ntouch a\n\`\`\`\n${hints}${expecting}`;
const source = lessonWith(modify + challenge);

test.each([
	['asks nothing', modify.replace(question, '') + challenge, 1],
	['proves none', modify.replace(proof, '') + challenge, 1],
	['can change nothing', modify.replace(' modify', '') + challenge, 1],
	['The last step of a lesson is a challenge', challenge + modify, 19],
	['whose output', modify + challenge.replace('file a exists', 'exit 0'), 24],
])('a lesson that is none is told: it %s', (words, body, line) => {
	const problems = checkLessons([folder('01-a', lessonWith(body))]);
	expect(problems).toMatchObject([{ line, message: expect.stringContaining(words) }]);
});

test('every lesson has an id and a number of its own', () => {
	const other = source.replace('id: example', 'id: other');
	const problems = checkLessons([
		folder('01-a', source),
		folder('02-b', source),
		folder('02-c', other),
	]);
	expect(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([
		'lessons/02-b/lesson.md:3: The id `example` is also that of lessons/01-a/lesson.md; progress is kept by id, so give each lesson its own.',
		"lessons/02-c/lesson.md:1: Number 2 is also that of lessons/02-b/lesson.md; give this lesson's folder the next free number.",
	]);
});

test('a lesson that cannot be read does not hide what is wrong with the others', () => {
	const problems = checkLessons([folder('01-a', 'x'), folder('02-b', typing('sudo ls'))]);
	expect(new Set(problems.map(({ file }) => file))).toEqual(
		new Set(['lessons/01-a/lesson.md', 'lessons/02-b/lesson.md']),
	);
});

test('lessons that are in order have no problems', () => {
	expect(
		checkLessons([folder('01-a', source), folder('02-b', source.replace('example', 'b'))]),
	).toEqual([]);
});
