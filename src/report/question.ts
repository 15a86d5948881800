import type { Question } from '../lesson/question.ts';
import { layoutMarkdown } from './markdown.ts';
import { hang, plain, type StyledLine } from './span.ts';

/** The key, and the name, of an answer: a, b, c, d. */
export const letterOf = (index: number): string => 'abcd'[index] ?? '?';

/**
 * A question and its answers. The chosen one, an index, has a mark.
 * @param nameOf What stands before each answer: the key that gives it.
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

/** What was said, what was so, and what there is to say to that. */
export function layoutVerdict(
	{ answers }: Question,
	chosen: number | undefined,
	width: number,
): StyledLine[] {
	const right = answers.findIndex(({ isRight }) => isRight);
	const answer = (index: number) => `*${letterOf(index)}*: ${answers[index]?.text ?? ''}`;
	if (chosen === undefined) return layoutMarkdown(`It was: ${answers[right]?.text ?? ''}`, width);
	if (chosen === right) return layoutMarkdown(`You said so: ${answer(right)}`, width);
	return layoutMarkdown(
		[`You said ${answer(chosen)}`, `It was ${answer(right)}`, answers[chosen]?.reply ?? ''].join(
			'\n\n',
		),
		width,
	);
}
