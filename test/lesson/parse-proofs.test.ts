import { expect, test } from '@jest/globals';
import { lintLesson } from '../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonWith } from './example.ts';

test('a proof is a path with facts, and words that choose lines', () => {
	expect(proofsOf('/proc/{{pid of tail -f a.txt}}/status NSpid {{cores}}')).toMatchObject([
		{ path: '/proc/{{pid of tail -f a.txt}}/status', select: ['NSpid', '{{cores}}'], line: 9 },
	]);
});

test('a link has a path and nothing else; empty lines are no proofs', () => {
	expect(proofsOf('\n/proc/{{shell of host}}/ns/pid\n')).toMatchObject([
		{ path: '/proc/{{shell of host}}/ns/pid', select: [], when: [] },
	]);
});

test('a block may be for one generation of cgroups', () => {
	expect(proofsOf('/sys/fs/cgroup/a/cpu.max', ' cgroup-v2')).toMatchObject([
		{ path: '/sys/fs/cgroup/a/cpu.max', when: ['cgroup-v2'] },
	]);
});

test.each([
	['my-container/letter.txt', '', /file that the kernel makes, and `my-container\/letter.txt`/],
	['/etc/passwd', '', /file that the kernel makes/],
	['/proc/{{shell of host}}/root/../etc', '', /file that the kernel makes/],
	['/proc/4711/status', '', /Process 4711 will be another one.*write a fact/],
	['/proc/self/status', '', /whoever reads it.*\{\{shell of host\}\}/],
	['/proc/{{shell of host}}/ns/pid NSpid', '', /a link, of which is shown where it points/],
	['', '', /This block proves nothing; write the path of a file/],
	['/proc/{{shell of host}}/status', ' cgroup-3', /There is no requirement `cgroup-3`/],
])('%s%s is refused, and it says what to write', (line, words, message) => {
	expect(() => proofsOf(line, words)).toThrow(
		expect.objectContaining({ name: 'KnownError', exitCode: 2 }),
	);
	expect(() => proofsOf(line, words)).toThrow(message);
});

test('a block that is called otherwise would only be shown', () => {
	expect(() => parse('```prove\n/proc/1/comm\n```')).toThrow(/the others are .*`proof`/);
});

test('a proof for one generation of cgroups needs another for the other', () => {
	const source = sourceOf('```proof cgroup-v1\n/sys/fs/cgroup/cpu/a/cpu.stat\n```');
	const [problem] = lintLesson(parseLesson(source, 'lesson.md', 1), source);
	expect(problem).toMatchObject({ line: 9 });
	expect(problem?.message).toMatch(
		/nothing is to be read in place of this block; add a block `proof no-cgroup-v1`/,
	);
});

test('a fact that there is not is found in a proof', () => {
	const source = sourceOf('```proof\n/proc/{{shel of host}}/comm\n```');
	const problems = lintLesson(parseLesson(source, 'lesson.md', 1), source);
	expect(problems.map(({ message }) => message).join('\n')).toMatch(
		/There is no fact `\{\{shel of host\}\}`/,
	);
});

function proofsOf(lines: string, words = '') {
	return parse(`\`\`\`proof${words}\n${lines}\n\`\`\``).steps[0]?.proofs;
}

function parse(blocks: string) {
	return parseLesson(sourceOf(blocks), 'lesson.md', 1);
}

/** The block begins on line 8. */
function sourceOf(blocks: string): string {
	return lessonWith(`## A step\n${blocks}\n`);
}
