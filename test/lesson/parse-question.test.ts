import { expect, test } from '@jest/globals';
import { parseLesson } from '../../src/lesson/parse-lesson.ts';
import { lessonWith } from './example.ts';
import { KnownError } from '../../src/text/known-error.ts';

const commands = '\n\n```sh host\nls\n```\n\n```expect\nexit 0\n```\n';
const parse = (prose: string) =>
	parseLesson(lessonWith(`## A step\n\n${prose}${commands}`), 'x', 1).steps[0];

/** `LINE: message` of everything that is wrong. */
function faultsIn(prose: string): readonly string[] {
	try {
		parse(prose);
		return [];
	} catch (error) {
		if (!(error instanceof KnownError)) {
			throw error;
		}
		return error.problems.map(({ line, message }) => `${line}: ${message}`);
	}
}

const wrong = '- [ ] No.\n\n  Look again.\n';
const right = '- [x] Yes.\n';

test('a question is the paragraph above the answers', () => {
	const step = parse(
		'Some prose.\n\nWill `ls` work?\n\n- [ ] Nothing\n  happens.\n\n  There is\n  something.\n\n  And more.\n\n- [x] *Yes*.\n',
	);
	expect(step?.prose).toBe('Some prose.');
	expect(step?.question).toMatchObject({
		text: 'Will `ls` work?',
		answers: [
			{ text: 'Nothing happens.', isRight: false, reply: 'There is\nsomething.\n\nAnd more.' },
			{ text: '*Yes*.', isRight: true, reply: undefined },
		],
	});
});

test('a step need not ask, and an ordinary list asks nothing', () => {
	expect(parse('Two things:\n\n- one\n- two\n')).toMatchObject({
		prose: 'Two things:\n\n- one\n- two',
		question: undefined,
	});
});

test.each([
	['no question', `${wrong}${right}`, '9: These are answers; write the question'],
	['one answer', `Why?\n\n${right}`, '11: A question has two to four answers.'],
	['no right answer', `Why?\n\n${wrong}${wrong}`, '11: Exactly one answer is right'],
	['two right answers', `Why?\n\n${right}${right}`, '11: Exactly one answer is right'],
	[
		'a wrong answer without a reply',
		`Why?\n\n- [ ] No.\n${right}`,
		'11: Somebody will choose this',
	],
	['an answer without a mark', `Why?\n\n${wrong}- Perhaps.\n${right}`, '14: Begin every answer'],
	['prose below it', `Why?\n\n${wrong}${right}\nProse.`, '11: The question is the last thing'],
	[
		'two questions',
		`Why?\n\n${wrong}${right}\nHow?\n\n${wrong}${right}`,
		'18: A step asks one question',
	],
])('an author is told about %s', (_, prose, fault) => {
	expect(faultsIn(prose)).toContainEqual(expect.stringContaining(fault));
});
