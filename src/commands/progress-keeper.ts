import type { LessonEvent } from '../engine/event.ts';
import type { Question } from '../lesson/question.ts';
import { forget } from '../progress/forget.ts';
import type { Place } from '../progress/place.ts';
import { dayOf, nameQuestion } from '../progress/prediction.ts';
import type { Progress } from '../progress/progress.ts';
import { saveProgress } from '../progress/store.ts';

/** Keeps the learner's progress on disk while a lesson goes on. */
export type ProgressKeeper = {
	readonly progress: () => Progress;
	readonly watch: (event: LessonEvent) => void;
	/** An answer to a question, by its name, away from its step. */
	readonly keepAnswer: (name: string, said: number, wasRight: boolean) => void;
	/** Forgets this lesson, or everything. */
	readonly forget: (lesson: string | undefined) => void;
	/** Resolves when all is written; rejects with a ProgressError where it could not be. */
	readonly saved: () => Promise<void>;
};

export function keepProgress({ directory, owner }: Place, found: Progress): ProgressKeeper {
	let progress = found;
	let saved = Promise.resolve();
	let asked: Question | undefined;
	let steps: readonly string[] = [];

	function keep(next: Progress) {
		if (next === progress) return;
		progress = next;
		// A disk that has filled up must not end the lesson: it is told at the end.
		saved = saved.catch(() => undefined).then(() => saveProgress(directory, next, owner));
		saved.catch(() => undefined);
	}

	return {
		progress: () => progress,
		watch(event) {
			if (event.kind === 'lesson-started') steps = event.steps.map(({ id }) => id);
			if (event.kind === 'step-started') asked = event.question;
			keep(advance(progress, event, { asked, steps }));
		},
		keepAnswer(name, said, wasRight) {
			keep(withPrediction(progress, name, said, wasRight));
		},
		forget(lesson) {
			keep(forget(progress, lesson));
		},
		saved: () => saved,
	};
}

function advance(progress: Progress, event: LessonEvent, { asked, steps }: Open): Progress {
	switch (event.kind) {
		case 'lesson-started':
			return { ...progress, lesson: event.lesson, step: undefined };
		case 'step-started':
			return withPlace(progress, event.step, steps.slice(0, event.index + 1));
		case 'predicted':
			return withPrediction(
				progress,
				nameQuestion(progress.lesson ?? '', progress.step ?? ''),
				event.answer,
				asked?.answers[event.answer]?.isRight === true,
			);
		case 'lesson-finished':
			return {
				...withPlace(progress, undefined, undefined),
				finished: { ...progress.finished, [event.lesson]: true },
			};
		default:
			return progress;
	}
}

/** What the events say of the lesson that is open. */
type Open = { readonly asked: Question | undefined; readonly steps: readonly string[] };

/** @param way the steps up to this one; undefined where there is none */
function withPlace(
	progress: Progress,
	step: string | undefined,
	way: readonly string[] | undefined,
): Progress {
	const { lesson = '' } = progress;
	const others = Object.entries(progress.places).filter(([id]) => id !== lesson);
	const places = way === undefined ? others : [...others, [lesson, way] as const];
	return { ...progress, step, places: Object.fromEntries(places) };
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
