import type { Lesson } from '../lesson/lesson.ts';
import { countAnswers } from '../progress/forget.ts';
import { dayOf } from '../progress/prediction.ts';
import type { Progress } from '../progress/progress.ts';
import { openingQuestions, surprises } from '../progress/recall.ts';
import { stepToResume } from '../progress/resume.ts';
import type { Kept } from '../tui/course.ts';
import type { Memory } from '../tui/memory.ts';
import type { ProgressKeeper } from './progress-keeper.ts';

/** What the walkthrough shows of the learner's progress in these lessons. */
export function keptOf(lessons: readonly Lesson[], progress: Progress): Kept {
	const { lesson, finished, predictions } = progress;
	const places = new Map(lessons.map((one) => [one.id, stepToResume(progress, one)] as const));
	return {
		resume: lesson === undefined ? undefined : { lesson, step: places.get(lesson) },
		finished: new Set(Object.keys(finished)),
		places,
		answers: new Map(lessons.map(({ id }) => [id, countAnswers(progress, id)] as const)),
		surprises: surprises(lessons, predictions, dayOf(new Date())),
	};
}

/** The keeper's progress, as far as the walkthrough asks for it and changes it. */
export function memoryOf(lessons: readonly Lesson[], keeper: ProgressKeeper): Memory {
	return {
		opening(id) {
			const { predictions } = keeper.progress();
			const lesson = lessons.find((lesson) => lesson.id === id);
			return lesson === undefined ? [] : openingQuestions(lessons, predictions, lesson.number);
		},
		keep({ name, question }, said) {
			keeper.keepAnswer(name, said, question.answers[said]?.isRight === true);
		},
		forget: (lesson) => keeper.forget(lesson),
	};
}
