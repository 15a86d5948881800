import { expect, test } from '@jest/globals';
import { digestOf } from '../../src/lesson/digest.ts';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonWith } from './example.ts';

function stepsOf(body: string) {
	return parseLesson(lessonWith(body), 'lesson.md', 1).steps;
}

const whole = lessonWith(`
The *intro*, with \`code\`.

\`\`\`text
shown, not run
\`\`\`

\`\`\`sh host setup
mkdir a
\`\`\`

\`\`\`sh container-1 setup cgroup-v1
mkdir b
\`\`\`

## Bash's \`own\` root: élan!

Before, {{cores}} cores.

### A part

\`\`\`c
int main;
\`\`\`

\`\`\`needs
limits
two-cores
\`\`\`

\`\`\`sh host cgroup-v2 no-cgroup-tools

# a comment
for x in 1 2; do \\
	echo $x; done
  pwd
\`\`\`

\`\`\`expect
exit 3

output contains  two spaces
\`\`\`

After:

- a list

## Second

Only prose.
`);

test('the whole of a lesson is read', () => {
	expect(parseLesson(whole, 'lessons/03-x/lesson.md', 3)).toEqual({
		id: 'example',
		title: 'An example',
		minutes: 2,
		number: 3,
		file: 'lessons/03-x/lesson.md',
		digest: digestOf(whole),
		intro: 'The *intro*, with `code`.\n\n```text\nshown, not run\n```',
		setup: [
			{ terminal: 'host', text: 'mkdir a', when: [], line: 15 },
			{ terminal: 'container-1', text: 'mkdir b', when: ['cgroup-v1'], line: 19 },
		],
		steps: [
			{
				id: 'bashs-own-root-elan',
				kind: 'shown',
				hints: [],
				proofs: [],
				title: "Bash's own root: élan!",
				line: 22,
				needs: ['limits', 'two-cores'],
				question: undefined,
				prose: 'Before, {{cores}} cores.\n\n### A part\n\n```c\nint main;\n```',
				commands: [
					{
						terminal: 'host',
						text: 'for x in 1 2; do \\\n\techo $x; done',
						when: ['cgroup-v2', 'no-cgroup-tools'],
						line: 40,
					},
					{ terminal: 'host', text: 'pwd', when: ['cgroup-v2', 'no-cgroup-tools'], line: 42 },
				],
				expectations: [
					{ text: 'exit 3', line: 46, kind: 'exit', code: 3, command: undefined },
					{
						text: 'output contains  two spaces',
						line: 48,
						kind: 'output',
						test: 'contains',
						value: ' two spaces',
					},
				],
				after: 'After:\n\n- a list',
			},
			{
				id: 'second',
				kind: 'shown',
				hints: [],
				proofs: [],
				title: 'Second',
				line: 55,
				needs: [],
				question: undefined,
				prose: 'Only prose.',
				commands: [],
				expectations: [],
				after: '',
			},
		],
	});
});

test('blocks of one kind are read in the order they stand', () => {
	const body = '## A\n```sh host\none\n```\n```sh container-2\ntwo\n```\n```sh host\nthree\n```\n';
	expect(stepsOf(body)[0]?.commands.map(({ terminal, text }) => `${terminal}: ${text}`)).toEqual([
		'host: one',
		'container-2: two',
		'host: three',
	]);
});

test.each([
	['two backslashes end a command', 'echo \\\\\necho', ['echo \\\\', 'echo']],
	['a comment within a command is typed', 'echo \\\n# no\necho', ['echo \\\n# no', 'echo']],
	['an empty line goes on where the line before says so', 'echo \\\n\necho', ['echo \\\n', 'echo']],
	['a hash later in the line is part of the command', 'echo # x', ['echo # x']],
])('%s', (_, typed, commands) => {
	const [step] = stepsOf(`## A\n\`\`\`sh host\n${typed}\n\`\`\`\n`);
	expect(step?.commands.map(({ text }) => text)).toEqual(commands.map((text) => text.trim()));
});

test('facts in prose, commands and expectations are kept for the run', () => {
	const [step] = stepsOf(
		'## A\n{{kernel}}\n```sh host\nkill {{pid of tail}}\n```\n```expect\noutput contains {{cores}}\n```\n',
	);
	expect(step).toMatchObject({
		prose: '{{kernel}}',
		commands: [{ text: 'kill {{pid of tail}}' }],
		expectations: [{ value: '{{cores}}' }],
	});
});

test('what the introduction needs, every step needs', () => {
	const lesson = whole.replace('```sh host setup', '```needs\nps\n```\n\n```sh host setup');
	const { steps } = parseLesson(lesson, 'lessons/03-x/lesson.md', 3);
	expect(steps.map(({ needs }) => needs)).toEqual([['ps', 'limits', 'two-cores'], ['ps']]);
});
