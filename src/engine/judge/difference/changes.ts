/** Two lists of things that have names, sorted into what appeared, went and stayed. */
export type Changes<Item> = {
	readonly appeared: readonly Item[];
	readonly went: readonly Item[];
	/** As it was and as it is. */
	readonly stayed: readonly (readonly [before: Item, after: Item])[];
};

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
