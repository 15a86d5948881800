import { arePredictions, type Predictions } from './prediction.ts';

/** What the learner has done. Kept in a file that a person can read, and may edit. */
export type Progress = {
	readonly format: typeof currentFormat;
	/** The id of the lesson that was open last. */
	readonly lesson: string | undefined;
	/** The id of the step that waited there. */
	readonly step: string | undefined;
	/**
	 * By the ids of the lessons that were left in the middle: the ids of the steps up to the one that
	 * waited, so that the place can be found in a lesson that has changed.
	 */
	readonly places: Readonly<Record<string, readonly string[]>>;
	/** By the ids of the lessons. */
	readonly finished: Readonly<Record<string, true>>;
	readonly predictions: Predictions;
};

export const currentFormat = 1;

export const noProgress: Progress = {
	format: currentFormat,
	lesson: undefined,
	step: undefined,
	places: {},
	finished: {},
	predictions: {},
};

/** Undefined where this is no progress of ours. */
export function parseProgress(text: string): Progress | undefined {
	const value = parseJson(text) as Partial<Progress> | null | undefined;
	if (typeof value !== 'object' || value?.format !== currentFormat) return undefined;
	// Files of the first version have no places and no predictions.
	const { lesson, step, places = {}, finished, predictions = {} } = value;
	if (!isName(lesson) || !isName(step) || !arePlaces(places)) return undefined;
	if (!isFinished(finished) || !arePredictions(predictions)) return undefined;
	return { format: currentFormat, lesson, step, places, finished, predictions };
}

/** The format of a file that is not of ours, if it says so. */
export function formatOf(text: string): number | undefined {
	const { format } = (parseJson(text) ?? {}) as { readonly format?: unknown };
	return typeof format === 'number' ? format : undefined;
}

/** Tabs and a newline, for whoever opens it. */
export function formatProgress(progress: Progress): string {
	return `${JSON.stringify(progress, undefined, '\t')}\n`;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isName(value: unknown): boolean {
	return value === undefined || typeof value === 'string';
}

function isFinished(value: unknown): value is Progress['finished'] {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.values(value).every((isDone) => isDone === true)
	);
}

function arePlaces(value: unknown): value is Progress['places'] {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every(
			(way) => Array.isArray(way) && way.every((step) => typeof step === 'string'),
		)
	);
}
