import type { Question } from '../lesson/question.ts';
import { layoutMarkdown } from './markdown.ts';
import { createPage } from './page.ts';
import type { Paint } from './paint.ts';
import { layoutQuestion, layoutVerdict } from './question.ts';
import { plain } from './span.ts';
import { wrap } from './wrap.ts';

/** A question of an earlier day, where it stands, and what was said to it: an index. */
export type Recalled = {
	readonly lesson: { readonly number: number; readonly title: string };
	readonly step: string;
	/** Markdown. */
	readonly prose: string;
	readonly question: Question;
	readonly before: { readonly said: number };
};

/** Where it stands, in words. */
export const sourceOf = ({ lesson, step }: Pick<Recalled, 'lesson' | 'step'>): string =>
	`From lesson ${lesson.number}, ${lesson.title}: ${step}`;

/** Questions with what was said and what was right, for reading. */
export function layoutRecalled(
	questions: readonly Recalled[],
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
