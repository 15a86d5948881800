import type { Question } from '../lesson/question.ts';
import { layoutMarkdown } from './markdown.ts';
import { hang, plain, type StyledLine } from './span.ts';

/** Returns the name of an answer, which is also its key: a, b, c or d, by its index from 0. */
export const letterOf = (index: number): string => 'abcd'[index] ?? '?';

/**
 * Returns a question and its answers. The chosen one (an index from 0) has a mark.
 * @param nameOf Returns what stands before each answer, by its index: the key that gives it.
 */
export function layoutQuestion(
	{ text, answers }: Question,
	chosen: number | undefined,
	width: number,
	nameOf = letterOf,
): StyledLine[] {
	return [
		...layoutMarkdown(text, width),
		...answers.flatMap((answer, index) =>
			hang(
				layoutMarkdown(answer.text, width - 6),
				plain(`${index === chosen ? ' ❯ ' : '   '}${nameOf(index)}  `),
				plain('      '),
			),
		),
	];
}

/** Returns the answer that was given, the right one, and the reply to the first. */
export function layoutVerdict(
	{ answers }: Question,
	chosen: number | undefined,
	width: number,
): StyledLine[] {
	const right = answers.findIndex(({ isRight }) => isRight);
	const answer = (index: number) => `*${letterOf(index)}*: ${answers[index]?.text ?? ''}`;
	if (chosen === undefined) {
		return layoutMarkdown(`It was: ${answers[right]?.text ?? ''}`, width);
	}
	if (chosen === right) {
		return layoutMarkdown(`You said so: ${answer(right)}`, width);
	}
	return layoutMarkdown(
		[`You said ${answer(chosen)}`, `It was ${answer(right)}`, answers[chosen]?.reply ?? ''].join(
			'\n\n',
		),
		width,
	);
}
