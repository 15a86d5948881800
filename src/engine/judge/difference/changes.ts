/** Two lists of things that have names, divided into what appeared, what went and what stayed. */
export type Changes<Item> = {
	readonly appeared: readonly Item[];
	readonly went: readonly Item[];
	/** The things that stayed, each as it was and as it is. */
	readonly stayed: readonly (readonly [before: Item, after: Item])[];
};

/** Compares two lists, whose items are the same where their keys are. */
export function changes<Item>(
	before: readonly Item[],
	after: readonly Item[],
	keyOf: (item: Item) => string | number,
): Changes<Item> {
	const old = new Map(before.map((item) => [keyOf(item), item]));
	const now = new Set(after.map(keyOf));
	return {
		appeared: after.filter((item) => !old.has(keyOf(item))),
		went: before.filter((item) => !now.has(keyOf(item))),
		stayed: after.flatMap((item) => {
			const was = old.get(keyOf(item));
			return was === undefined ? [] : [[was, item] as const];
		}),
	};
}
