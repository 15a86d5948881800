import type { Question } from '../../lesson/question.ts';

/** Returns a question with its answers as Markdown, none of them marked. */
export function asking({ text, answers }: Question): string {
	return `${text}\n\n${answers.map((answer) => item(answer.text)).join('\n')}`;
}

/** Returns the replies to wrong answers, as Markdown. */
export function answering({ answers }: Question): string {
	const replies = answers
		.filter(({ isRight }) => !isRight)
		.map(({ text, reply = '' }) => item(`${text}\n\n${reply}`));
	return `If you thought otherwise:\n\n${replies.join('\n\n')}`;
}

function item(markdown: string): string {
	return `- ${markdown.replaceAll(/\n(?=[^\n])/g, '\n  ')}`;
}
