import type { Lesson } from '../lesson/lesson.ts';
import type { Question } from '../lesson/question.ts';
import { nameQuestion, type Prediction, type Predictions } from './prediction.ts';

/** A question that is asked again, away from its step. */
export type Recalled = {
	readonly name: string;
	readonly lesson: Pick<Lesson, 'number' | 'title'>;
	readonly step: string;
	/** Markdown: what the question is about. */
	readonly prose: string;
	readonly question: Question;
	/** What was said to it the last time. */
	readonly before: Prediction;
};

/**
 * The questions whose answers surprised the learner on an earlier day, longest ago first. Only questions that read well
 * without the run they came from are asked again.
 */
export function surprises(
	lessons: readonly Lesson[],
	predictions: Predictions,
	today: string,
): readonly Recalled[] {
	return answered(lessons, predictions)
		.filter(({ before }) => !before.wasRight && before.on < today)
		.sort(longestAgo);
}

/** Two questions from lessons before this one: surprises first, then what was asked longest ago. */
export function openingQuestions(
	lessons: readonly Lesson[],
	predictions: Predictions,
	lesson: number,
): readonly Recalled[] {
	const earlier = lessons.filter(({ number }) => number < lesson);
	return answered(earlier, predictions)
		.sort(
			(one, other) =>
				Number(one.before.wasRight) - Number(other.before.wasRight) || longestAgo(one, other),
		)
		.slice(0, 2);
}

function answered(lessons: readonly Lesson[], predictions: Predictions): Recalled[] {
	return lessons.flatMap(({ id, number, title, steps }) =>
		steps.flatMap(({ id: step, title: stepTitle, prose, question }) => {
			const name = nameQuestion(id, step);
			const before = predictions[name];
			return question === undefined || before === undefined || hasFacts(prose, question)
				? []
				: [{ name, lesson: { number, title }, step: stepTitle, prose, question, before }];
		}),
	);
}

function hasFacts(prose: string, { text, answers }: Question): boolean {
	return [prose, text, ...answers.flatMap((answer) => [answer.text, answer.reply ?? ''])].some(
		(markdown) => markdown.includes('{{'),
	);
}

const longestAgo = (one: Recalled, other: Recalled) =>
	one.before.on < other.before.on ? -1 : one.before.on > other.before.on ? 1 : 0;
