import type { Question } from '../lesson/question.ts';
import { layoutMarkdown } from './markdown.ts';
import { createPage } from './page.ts';
import type { Paint } from './paint.ts';
import { layoutQuestion, layoutVerdict } from './question.ts';
import { plain } from './span.ts';
import { wrap } from './wrap.ts';

/**
 * A question of an earlier day, where it stands in the lessons, and the answer to it (an index from
 * 0).
 */
export type PastQuestion = {
	readonly lesson: { readonly number: number; readonly title: string };
	readonly step: string;
	/** The step's prose, in Markdown. */
	readonly prose: string;
	readonly question: Question;
	readonly before: { readonly said: number };
};

/** Returns where a question stands, in words. */
export const sourceOf = ({ lesson, step }: Pick<PastQuestion, 'lesson' | 'step'>): string =>
	`From lesson ${lesson.number}, ${lesson.title}: ${step}`;

/** Returns questions with the answers that were given and the right ones, for reading. */
export function layoutRecalled(
	questions: readonly PastQuestion[],
	width: number,
	paint: Paint,
): string {
	const page = createPage(width, paint);
	return questions
		.map((recalled, index) => {
			const { prose, question, before } = recalled;
			return [
				page.write(`${index} source`, wrap([plain(sourceOf(recalled))], width)),
				page.write(`${index} prose`, layoutMarkdown(prose, width)),
				page.write(`${index} question`, layoutQuestion(question, before.said, width)),
				page.write(`${index} verdict`, layoutVerdict(question, before.said, width)),
			].join('');
		})
		.join('');
}
