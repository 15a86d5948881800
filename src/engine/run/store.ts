/** A value that changes, with its listeners; its shape suits React's `useSyncExternalStore`. */
export type Store<Value> = {
	get(): Value;
	subscribe(listener: () => void): () => void;
};

/** A store whose owner sets the value. */
export type WritableStore<Value> = Store<Value> & { set(value: Value): void };

/** Creates a store. */
export function createStore<Value>(initial: Value): WritableStore<Value> {
	let current = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => current,
		set(value) {
			current = value;
			for (const listener of [...listeners]) {
				listener();
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
