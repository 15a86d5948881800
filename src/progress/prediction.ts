/** What a learner said to a question, the last time it was asked. */
export type Prediction = {
	/** The index of the answer. */
	readonly said: number;
	readonly wasRight: boolean;
	/** The day, `2026-11-24`, in the learner's own time. */
	readonly on: string;
};

/** By `LESSON/STEP`, their ids. */
export type Predictions = Readonly<Record<string, Prediction>>;

export const nameQuestion = (lesson: string, step: string): string => `${lesson}/${step}`;

/** Whether it may be kept as predictions; what others wrote into the file is not trusted. */
export function arePredictions(value: unknown): value is Predictions {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.values(value).every(isPrediction)
	);
}

function isPrediction(value: unknown): boolean {
	const { said, wasRight, on } = (value ?? {}) as Partial<Record<keyof Prediction, unknown>>;
	return typeof said === 'number' && typeof wasRight === 'boolean' && typeof on === 'string';
}

/** `2026-11-24`, in the learner's own time. */
export function dayOf(date: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
