import {
	array,
	check,
	custom,
	enum as enumeration,
	type GenericSchema,
	pipe,
	record,
	string,
} from 'valibot';

/** The schema of a whole number from 0. */
export const count = custom<number>(
	(value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
);

/** The schema of a number that is neither infinite nor none. */
export const finite = custom<number>((value) => Number.isFinite(value));

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is what JSON calls an object: no list, and not null. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const noList = custom<unknown>(isObject);

export const strings = array(string());

/** The schema of an absolute path. */
export const absolutePath = pipe(
	string(),
	check((path) => path.startsWith('/')),
);

/** The schema of exactly these words; one too few or too many for the type does not compile. */
export function oneOf<Word extends string>(words: {
	readonly [Each in Word]: Each;
}): GenericSchema<unknown, Word> {
	return enumeration(words);
}

/** The same schema, for objects only: valibot takes a list for an object where none of the fields must be there. */
export const notList = <Value>(schema: GenericSchema<unknown, Value>) => pipe(noList, schema);

/** The names that valibot's `record` passes over, with their values unchecked. */
const unchecked = ['__proto__', 'prototype', 'constructor'];

const hasNoUnchecked = custom<unknown>(
	(value) => !unchecked.some((name) => Object.hasOwn(Object(value) as object, name)),
);

/** The schema of an object with any names and values of this kind. */
export function byName<Value>(value: GenericSchema<unknown, Value>) {
	const named: GenericSchema<unknown, Record<string, Value>> = record(string(), value);
	return notList(pipe(hasNoUnchecked, named));
}
