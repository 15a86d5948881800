import { type GenericSchema, object, type OptionalSchema } from 'valibot';

/**
 * The schemas of the fields of an object. A field that is forgotten does not compile, nor does one that the
 * type may lack and the schema does not: JSON has no undefined, so what may be undefined may be missing.
 */
export type Entries<Type> = {
	readonly [Key in keyof Type]-?: undefined extends Type[Key] ? Optional<Type[Key]> : Of<Type[Key]>;
};

type Optional<Type> = OptionalSchema<Of<Exclude<Type, undefined>>, undefined>;

type Of<Type> = GenericSchema<unknown, Type>;

/** The schema of an object with these fields. Whatever else is in the object is not looked at. */
export function fields<Type extends object>(entries: Entries<Type>): GenericSchema<unknown, Type> {
	// That the entries fit the type is what `Entries` holds; valibot would infer another one from them.
	return object(entries) as GenericSchema<unknown, unknown> as GenericSchema<unknown, Type>;
}
