import type { Lesson } from '../lesson/lesson.ts';
import { dayOf } from '../progress/prediction.ts';
import { openingQuestions, surprises } from '../progress/recall.ts';
import type { Recall } from '../tui/course.ts';
import type { ProgressKeeper } from './progress-keeper.ts';

/** What the walkthrough asks again, from what the learner said before. */
export function recallFor(lessons: readonly Lesson[], keeper: ProgressKeeper): Recall {
	const predictions = () => keeper.progress().predictions;
	return {
		opening(id) {
			const lesson = lessons.find((lesson) => lesson.id === id);
			return lesson === undefined ? [] : openingQuestions(lessons, predictions(), lesson.number);
		},
		surprises: () => surprises(lessons, predictions(), dayOf(new Date())),
		keep({ name, question }, said) {
			keeper.keepAnswer(name, said, question.answers[said]?.isRight === true);
		},
	};
}
