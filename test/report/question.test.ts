import { expect, test } from '@jest/globals';
import { layoutQuestion, layoutVerdict } from '../../src/report/question.ts';
import type { StyledLine } from '../../src/report/span.ts';

const question = {
	text: 'What will `ls` list?',
	answers: [
		{ text: 'Everything.', isRight: false, reply: 'It lists *one* directory.' },
		{ text: 'Nothing, since the directory is empty.', isRight: true, reply: undefined },
	],
};

const textOf = (lines: readonly StyledLine[]) =>
	lines.map((line) =>
		line
			.map(({ text }) => text)
			.join('')
			.trimEnd(),
	);

test('a question is followed by its answers, each with its key', () => {
	expect(textOf(layoutQuestion(question, undefined, 30))).toEqual([
		'What will `ls` list?',
		'   a  Everything.',
		'   b  Nothing, since the',
		'      directory is empty.',
	]);
});

test('the chosen answer has a mark', () => {
	expect(textOf(layoutQuestion(question, 1, 60)).at(-1)).toBe(
		' ❯ b  Nothing, since the directory is empty.',
	);
});

test.each([
	['nothing', undefined, ['It was: Nothing, since the directory is empty.']],
	['what is so', 1, ['You said so: b: Nothing, since the directory is empty.']],
	[
		'something else',
		0,
		[
			'You said a: Everything.',
			'',
			'It was b: Nothing, since the directory is empty.',
			'',
			'It lists one directory.',
		],
	],
])('who said %s is answered', (_, chosen, expected) => {
	expect(textOf(layoutVerdict(question, chosen, 60))).toEqual(expected);
});
