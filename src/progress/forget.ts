import { noProgress, type Progress } from './progress.ts';

/** The progress as it would be had this lesson never been opened; without a lesson, had none been. */
export function forget(progress: Progress, lesson: string | undefined): Progress {
	if (lesson === undefined) {
		return noProgress;
	}
	const { places, finished, predictions } = progress;
	return {
		...progress,
		step: progress.lesson === lesson ? undefined : progress.step,
		places: without(places, (name) => name === lesson),
		finished: without(finished, (name) => name === lesson),
		predictions: without(predictions, (name) => name.startsWith(`${lesson}/`)),
	};
}

/** The number of answers to questions of this lesson that are kept. */
export function countAnswers({ predictions }: Progress, lesson: string): number {
	return Object.keys(predictions).filter((name) => name.startsWith(`${lesson}/`)).length;
}

function without<Value>(
	values: Readonly<Record<string, Value>>,
	isLeftOut: (name: string) => boolean,
): Readonly<Record<string, Value>> {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !isLeftOut(name)));
}
