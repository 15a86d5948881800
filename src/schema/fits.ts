import { type GenericSchema, is, safeParse } from 'valibot';

/** Whether a value is as the schema has it. */
export function fits<Type>(schema: GenericSchema<unknown, Type>, value: unknown): value is Type {
	return is(schema, value);
}

/**
 * The place of the first thing in a value that does not fit, as one writes it in JavaScript:
 * `snapshot.processes[3].pid`. Empty for the value itself, and where all fits.
 */
export function findFault(schema: GenericSchema, value: unknown): string {
	const [first] = safeParse(schema, value, { abortEarly: true }).issues ?? [];
	return (first?.path ?? [])
		.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
}
