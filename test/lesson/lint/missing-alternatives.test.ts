import { expect, test } from '@jest/globals';
import { lintLesson } from '../../../src/lesson/lint/lint-lesson.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { lessonWith } from '../example.ts';

/** One step that types a line for each of these conditions. */
function messagesFor(conditions: readonly string[], needs: string): string[] {
	const blocks = conditions.map((when) => `\`\`\`sh host ${when}\necho ${when}\n\`\`\`\n`).join('');
	const need = needs === '' ? '' : `\`\`\`needs\n${needs}\n\`\`\`\n`;
	const source = lessonWith(`## A\n${need}${blocks}\`\`\`expect\nexit 0\n\`\`\`\n`);
	return lintLesson(parseLesson(source, 'x', 1), source).map(({ message }) => message);
}

test.each([
	['no conditions', [''], ''],
	['a requirement and its opposite', ['cgroup-tools', 'no-cgroup-tools'], ''],
	['both versions', ['cgroup-v1', 'cgroup-v2'], ''],
	['a requirement that the step needs', ['two-cores'], 'two-cores'],
	[
		'every combination',
		['cgroup-tools', 'no-cgroup-tools cgroup-v1', 'no-cgroup-tools cgroup-v2'],
		'',
	],
	['one version needed', ['cgroup-v1 cgroup-tools', 'no-cgroup-tools'], 'cgroup-v1'],
])('nothing is missing with %s', (_, conditions, needs) => {
	expect(messagesFor(conditions, needs)).toEqual([]);
});

test.each([
	[
		'a requirement alone',
		['cgroup-tools'],
		['`sh host no-cgroup-tools`, or write `cgroup-tools` in a `needs` block'],
	],
	['an opposite alone', ['no-cgroup-tools'], ['`sh host cgroup-tools`.']],
	['an unconditional block beside it', ['', 'two-cores'], ['`sh host no-two-cores`, or write']],
	['a need of something else', ['two-cores'], ['`sh host no-two-cores`'], 'limits'],
	[
		'one combination',
		['cgroup-v1 cgroup-tools', 'cgroup-v2 cgroup-tools', 'cgroup-v1 no-cgroup-tools'],
		['`sh host cgroup-v2 no-cgroup-tools`', '`sh host no-cgroup-tools no-cgroup-v1`'],
	],
])('something is missing with %s', (_, conditions, expected, needs = '') => {
	const messages = messagesFor(conditions, needs);
	expect(messages).toEqual(expected.map((part) => expect.stringContaining(part)));
});
