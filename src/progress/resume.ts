import type { Progress } from './progress.ts';

/** As much of a lesson as it takes. */
type Lesson = {
	readonly id: string;
	readonly number: number;
	readonly steps: readonly { readonly id: string }[];
};

/**
 * The id of the step where the learner left this lesson. Where the lesson has that step no more, it is
 * the nearest one before it that is still there.
 */
export function stepToResume(progress: Progress, { id, steps }: Lesson): string | undefined {
	// Files of the first version know of no other steps.
	const known = progress.lesson === id && progress.step !== undefined ? [progress.step] : [];
	const way = progress.places[id] ?? known;
	return way.findLast((name) => steps.some((step) => step.id === name));
}

/** A sentence for whoever left a lesson in the middle that has changed since. */
export function describeChange(progress: Progress, lessons: readonly Lesson[]): string | undefined {
	const lesson = lessons.find(({ id }) => id === progress.lesson);
	if (lesson === undefined || progress.step === undefined) {
		return undefined;
	}
	const step = stepToResume(progress, lesson);
	if (step === progress.step) {
		return undefined;
	}
	const place = lesson.steps.findIndex(({ id }) => id === step) + 1;
	return `Lesson ${lesson.number} has changed since: your place is now its step ${Math.max(1, place)}.`;
}
