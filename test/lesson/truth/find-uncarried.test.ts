import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { describeProblems } from '../../../src/lesson/problem.ts';
import { parseLessonFolders } from '../../../src/lesson/lesson-folder.ts';
import { findUncarried } from '../../../src/lesson/truth/find-uncarried.ts';
import { readLessonFolders } from '../../../src/commands/lessons-directory.ts';
import { lessonWith } from '../example.ts';

const folders = await readLessonFolders(
	fileURLToPath(new URL('../../../lessons', import.meta.url)),
);
const { parsed } = parseLessonFolders(folders);
/** Lessons that are still being written; a number goes when its lesson has been mended. */
const beingWritten = new Set([0]);
const written = parsed.filter(({ lesson }) => !beingWritten.has(lesson.number));

test.each(written.map((one) => ({ title: one.lesson.title, one })))(
	'all that “$title” says is carried by the run or by a source',
	({ one }) => {
		expect(describeProblems(findUncarried(one))).toBe('');
	},
);

const proof = '```proof\n/proc/{{shell of host}}/status Uid\n```\n';

/** What is found in a lesson of one step, as the line and the first words. */
function found(after: string, blocks = '', before = '') {
	const source = lessonWith(
		`## A step\n${before}\n\`\`\`sh host\necho a 12\n\`\`\`\n\`\`\`expect\noutput contains a\n\`\`\`\n${blocks}\n${after}\n`,
	);
	const file = 'lessons/01-a/lesson.md';
	const { parsed } = parseLessonFolders([{ name: '01-a', file, source }]);
	return parsed
		.flatMap(findUncarried)
		.map(({ line, message }) => `${line}: ${message.split(/[;,]/)[0]}`);
}

test('an explanation rests on a proof, on the kernel or on a source', () => {
	expect(found('So it is.')).toEqual(['7: Nothing carries what “A step” explains']);
	expect(found('')).toEqual([]);
	expect(found('So it is.', proof)).toEqual([]);
	expect(found('So it is.', '```expect\nfile a exists\n```\n')).toEqual([]);
	expect(found('So it is.', '```expect\nexit 3 from echo\n```\n')).toEqual([]);
	expect(found('So it is, echo(1).')).toEqual([]);
});

test('a number or a path is typed, expected, read, or has a source beside it', () => {
	expect(found('It is `13`, in `/etc/passwd`.\n\nAll of it: chroot(2).', proof)).toEqual([
		'19: Nothing in this step carries `13`',
		'19: Nothing in this step carries `/etc/passwd`',
	]);
	expect(found('It is `12`, in `/proc/PID/status`, below `/`.', proof)).toEqual([]);
	expect(found('It is `13`, in `/etc/passwd` (passwd(5)).', proof)).toEqual([]);
	expect(found('`/etc/passwd` it is.', proof, 'We read `/etc/passwd`.')).toEqual([]);
});

test('who speaks of the kernel says where that is written', () => {
	expect(found('So the\nkernel does it.', proof)).toEqual([
		'20: This says something of the kernel',
	]);
	expect(found('The kernel does it (kernel document *Control Group v2*).', proof)).toEqual([]);
	expect(found('The kernel does [it](https://docs.kernel.org/).', proof)).toEqual([]);
	expect(found('The kernel took [so](../../assets/boot.json) long.', proof)).toEqual([]);
	expect(found('The kernel does it.', proof, 'See clone(2).')).toEqual([]);
});
