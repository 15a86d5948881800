/** A value that changes, for `useSyncExternalStore` and for tests. */
export type Store<Value> = {
	get(): Value;
	subscribe(listener: () => void): () => void;
};

export type WritableStore<Value> = Store<Value> & { set(value: Value): void };

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
