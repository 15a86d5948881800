import type { LessonEvent } from '../engine/words/event.ts';
import type { Question } from '../lesson/question.ts';
import { forget } from '../progress/forget.ts';
import type { StateOwner } from '../progress/state-owner.ts';
import { dayOf, nameQuestion } from '../progress/prediction.ts';
import type { Progress } from '../progress/progress.ts';
import { saveProgress } from '../progress/store.ts';

/** Keeps the learner's progress on disk while a lesson goes on. */
export type ProgressKeeper = {
	readonly progress: () => Progress;
	/** Takes the next event of the lesson that is open. */
	readonly watch: (event: LessonEvent) => void;
	/** An answer to a question, by its name, away from its step. */
	readonly keepAnswer: (name: string, said: number, wasRight: boolean) => void;
	/** Forgets this lesson, or everything. */
	readonly forget: (lesson: string | undefined) => Promise<void>;
	/** Resolves when all is written; rejects with a KnownError where it could not be. */
	readonly saved: () => Promise<void>;
};

/**
 * Begins with the progress that was found on the disk.
 * @param onChange told at once of each change, not when it is written
 */
export function keepProgress(
	{ directory, owner }: StateOwner,
	found: Progress,
	onChange: (progress: Progress) => void = () => undefined,
): ProgressKeeper {
	let progress = found;
	let saved = Promise.resolve();
	let open: OpenLesson | undefined;

	function keep(next: Progress) {
		if (next === progress) {
			return;
		}
		progress = next;
		onChange(next);
		// A disk that has filled up must not end the lesson: it is told at the end.
		saved = saved.catch(() => undefined).then(() => saveProgress(directory, next, owner));
		saved.catch(() => undefined);
	}

	return {
		progress: () => progress,
		watch(event) {
			open = follow(open, event);
			// A lesson that is being left may still have something to say when it has been forgotten.
			if (open !== undefined) {
				keep(advance(progress, event, open));
			}
		},
		keepAnswer(name, said, wasRight) {
			keep(withPrediction(progress, name, said, wasRight));
		},
		forget(lesson) {
			if (lesson === undefined || lesson === open?.id) {
				open = undefined;
			}
			keep(forget(progress, lesson));
			return saved.catch(() => undefined);
		},
		saved: () => saved,
	};
}

/** The lesson that the events are of, as far as they have told. */
type OpenLesson = {
	readonly id: string;
	/** The ids of all its steps. */
	readonly steps: readonly string[];
	/** The id of the step that has started last, and its question. */
	readonly step: string | undefined;
	readonly question: Question | undefined;
};

function follow(open: OpenLesson | undefined, event: LessonEvent): OpenLesson | undefined {
	if (event.kind === 'lesson-started') {
		const steps = event.steps.map(({ id }) => id);
		return { id: event.lesson, steps, step: undefined, question: undefined };
	}
	return event.kind === 'step-started'
		? open && { ...open, step: event.step, question: event.question }
		: open;
}

function advance(progress: Progress, event: LessonEvent, open: OpenLesson): Progress {
	switch (event.kind) {
		case 'lesson-started':
			return { ...progress, lesson: open.id, step: undefined };
		case 'step-started':
			return withPlace(progress, open, open.steps.slice(0, event.index + 1));
		case 'predicted':
			return withPrediction(
				progress,
				nameQuestion(open.id, open.step ?? ''),
				event.answer,
				open.question?.answers[event.answer]?.isRight === true,
			);
		case 'lesson-finished':
			return {
				...withPlace(progress, { ...open, step: undefined }, undefined),
				finished: { ...progress.finished, [event.lesson]: true },
			};
		default:
			return progress;
	}
}

/** @param way the ids of the steps up to the one that waits; undefined where none does */
function withPlace(
	progress: Progress,
	{ id, step }: Pick<OpenLesson, 'id' | 'step'>,
	way: readonly string[] | undefined,
): Progress {
	const others = Object.entries(progress.places).filter(([lesson]) => lesson !== id);
	const places = way === undefined ? others : [...others, [id, way] as const];
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
