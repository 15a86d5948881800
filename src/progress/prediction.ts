import { boolean, string } from 'valibot';
import { fields } from '../schema/fields.ts';
import { count } from '../schema/values.ts';

/** A learner's answer to a question, the last time it was asked. */
export type Prediction = {
	/** The index of the answer. */
	readonly said: number;
	readonly wasRight: boolean;
	/** The day, `2026-11-24`, in the learner's own time. */
	readonly on: string;
};

/** The predictions by `LESSON/STEP`, their ids. */
export type Predictions = Readonly<Record<string, Prediction>>;

export const nameQuestion = (lesson: string, step: string): string => `${lesson}/${step}`;

/** The schema of one, as it is kept. */
export const predictionSchema = fields<Prediction>({
	said: count,
	wasRight: boolean(),
	on: string(),
});

/** The day of a moment, `2026-11-24`, in the learner's own time. */
export function dayOf(date: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
