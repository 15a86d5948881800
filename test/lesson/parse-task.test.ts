import { expect, test } from '@jest/globals';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonWith } from './example.ts';
import { KnownError } from '../../src/text/known-error.ts';

const hints = '```hint\nThink.\nLook.\nType it.\n```\n';
const way = '```sh host challenge\nmkdir a\n```\n';

function stepOf(blocks: string) {
	return parseLesson(lessonWith(`## A\n${blocks}`), 'lesson.md', 1).steps[0];
}

function problemsOf(blocks: string): string {
	try {
		stepOf(blocks);
		return '';
	} catch (error) {
		if (error instanceof KnownError) {
			return error.message;
		}
		throw error;
	}
}

test('a step is shown, to be modified, or a challenge', () => {
	expect(stepOf('```sh host\nls\n```\n')).toMatchObject({ kind: 'shown', hints: [] });
	const modified = stepOf('```sh host modify\nls -l\n```\n```sh host\nls\n```\n');
	expect(modified).toMatchObject({
		kind: 'modify',
		commands: [{ text: 'ls -l', role: 'modify', when: [] }, { text: 'ls' }],
	});
	expect(modified?.commands[1]).not.toHaveProperty('role');
	expect(stepOf(`\`\`\`sh host challenge ps\nmkdir a\n\`\`\`\n${hints}`)).toMatchObject({
		kind: 'challenge',
		hints: ['Think.', 'Look.', 'Type it.'],
		commands: [{ text: 'mkdir a', role: 'challenge', when: ['ps'] }],
	});
});

test('what a hint gives to type stands on lines of its own', () => {
	const lines = 'Think.\nLook.\n  ls a\nType both.\n\tmkdir a\n\n\ttouch a/b';
	const challenge = stepOf(`${way}\`\`\`hint\n${lines}\n\`\`\`\n`);
	expect(challenge?.hints).toEqual([
		'Think.',
		'Look.\n\n    ls a',
		'Type both.\n\n    mkdir a\n    touch a/b',
	]);
});

test.each([
	['a challenge without hints', way, /gives no help to who is stuck/],
	['two hints', `${way}\`\`\`hint\nThink.\nLook.\n\`\`\`\n`, /three levels/],
	['two blocks of hints', `${way}${hints}${hints}`, /one block of hints/],
	['hints where nothing is to do', `\`\`\`sh host\nls\n\`\`\`\n${hints}`, /has something to do/],
	['a command beside a challenge', `\`\`\`sh host\nls\n\`\`\`\n${way}${hints}`, /shows no command/],
	['two lines to edit', '```sh host modify\nls\nls -l\n```\n', /One line is edited/],
	['a line that goes on', '```sh host modify\nls \\\n  -l\n```\n', /One line is edited/],
	['words behind hints', `${way}\`\`\`hint x\na\nb\nc\n\`\`\`\n`, /Nothing may follow `hint`/],
])('%s is told', (_, blocks, sentence) => {
	expect(problemsOf(blocks)).toMatch(sentence);
});

test('nothing is to do in the setup', () => {
	const source = lessonWith(`${way.replace('challenge', 'setup challenge')}## A\n`);
	expect(() => parseLesson(source, 'lesson.md', 1)).toThrow(/only setup is typed/);
});
