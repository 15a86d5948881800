import type { LessonEvent } from '../engine/event.ts';
import type { Question } from '../lesson/question.ts';
import { dayOf, nameQuestion } from '../progress/prediction.ts';
import type { Progress } from '../progress/progress.ts';
import { saveProgress } from '../progress/store.ts';

/** Keeps the learner's progress on disk while a lesson goes on. */
export type ProgressKeeper = {
	readonly progress: () => Progress;
	readonly watch: (event: LessonEvent) => void;
	/** An answer to a question, by its name, away from its step. */
	readonly keepAnswer: (name: string, said: number, wasRight: boolean) => void;
	/** Resolves when all is written; rejects with a ProgressError where it could not be. */
	readonly saved: () => Promise<void>;
};

export function keepProgress(directory: string, found: Progress): ProgressKeeper {
	let progress = found;
	let saved = Promise.resolve();
	let asked: Question | undefined;

	function keep(next: Progress) {
		if (next === progress) return;
		progress = next;
		// A disk that has filled up must not end the lesson: it is told at the end.
		saved = saved.catch(() => undefined).then(() => saveProgress(directory, next));
		saved.catch(() => undefined);
	}

	return {
		progress: () => progress,
		watch(event) {
			if (event.kind === 'step-started') asked = event.question;
			keep(advance(progress, event, asked));
		},
		keepAnswer(name, said, wasRight) {
			keep(withPrediction(progress, name, said, wasRight));
		},
		saved: () => saved,
	};
}

function advance(progress: Progress, event: LessonEvent, asked: Question | undefined): Progress {
	switch (event.kind) {
		case 'lesson-started':
			return { ...progress, lesson: event.lesson, step: undefined };
		case 'step-started':
			return { ...progress, step: event.step };
		case 'predicted':
			return withPrediction(
				progress,
				nameQuestion(progress.lesson ?? '', progress.step ?? ''),
				event.answer,
				asked?.answers[event.answer]?.isRight === true,
			);
		case 'lesson-finished':
			return {
				...progress,
				step: undefined,
				finished: { ...progress.finished, [event.lesson]: true },
			};
		default:
			return progress;
	}
}

function withPrediction(
	progress: Progress,
	name: string,
	said: number,
	wasRight: boolean,
): Progress {
	const prediction = { said, wasRight, on: dayOf(new Date()) };
	return { ...progress, predictions: { ...progress.predictions, [name]: prediction } };
}
