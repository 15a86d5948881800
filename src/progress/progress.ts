import { literal, optional, string } from 'valibot';
import { fields } from '../schema/fields.ts';
import { findFault, fits } from '../schema/fits.ts';
import { byName, strings } from '../schema/values.ts';
import { parseJson } from '../text/parse-json.ts';
import { makeVisible } from '../text/visible-text.ts';
import { predictionSchema, type Predictions } from './prediction.ts';

/** Everything that the learner has done. Kept in a file that a person can read, and may edit. */
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

/** Files of the first version have no places and no predictions. */
type Kept = Omit<Progress, 'places' | 'predictions'> &
	Partial<Pick<Progress, 'places' | 'predictions'>>;

const schema = fields<Kept>({
	format: literal(currentFormat),
	lesson: optional(string()),
	step: optional(string()),
	places: optional(byName(strings)),
	finished: byName(literal(true)),
	predictions: optional(byName(predictionSchema)),
});

/** A file that is no progress of ours. */
export type Unusable = {
	/** The format that it says it has. */
	readonly format: number | undefined;
	/** What is wrong with it, a sentence that can be drawn. */
	readonly fault: string;
};

/** The progress that a file keeps, or what is wrong with the file. */
export function parseProgress(text: string): Progress | Unusable {
	const value = parseJson(text);
	if (fits(schema, value)) {
		const { lesson, step, places = {}, finished, predictions = {} } = value;
		return { format: currentFormat, lesson, step, places, finished, predictions };
	}
	const { format } = (value ?? {}) as { readonly format?: unknown };
	// The names in it may be anybody's, and of any length.
	const field = makeVisible(findFault(schema, value).slice(0, 80));
	return {
		format: typeof format === 'number' ? format : undefined,
		fault: field === '' ? 'The file is no JSON object.' : `The file has no usable \`${field}\`.`,
	};
}

/** The text of the file, with tabs and a newline for whoever opens it. */
export function formatProgress(progress: Progress): string {
	return `${JSON.stringify(progress, undefined, '\t')}\n`;
}
