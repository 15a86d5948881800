import { arePredictions, type Predictions } from './prediction.ts';

/** What the learner has done. Kept in a file that a person can read, and may edit. */
export type Progress = {
	readonly format: typeof currentFormat;
	/** The id of the lesson that was open last. */
	readonly lesson: string | undefined;
	/** The id of the step that waited there. */
	readonly step: string | undefined;
	/** By the ids of the lessons. */
	readonly finished: Readonly<Record<string, true>>;
	readonly predictions: Predictions;
};

export const currentFormat = 1;

export const noProgress: Progress = {
	format: currentFormat,
	lesson: undefined,
	step: undefined,
	finished: {},
	predictions: {},
};

/** Undefined where this is no progress of ours. */
export function parseProgress(text: string): Progress | undefined {
	const value = parseJson(text) as Partial<Progress> | null | undefined;
	if (typeof value !== 'object' || value?.format !== currentFormat) return undefined;
	// Files of the first version have no predictions.
	const { lesson, step, finished, predictions = {} } = value;
	if (!isName(lesson) || !isName(step) || !isFinished(finished) || !arePredictions(predictions))
		return undefined;
	return { format: currentFormat, lesson, step, finished, predictions };
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
