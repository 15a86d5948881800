import type { State } from './state.ts';

/** A value that changes, for `useSyncExternalStore` and for tests. */
export type Store<Value> = {
	get(): Value;
	subscribe(listener: () => void): () => void;
};

/** One learner in one lesson at a time: takes intents, publishes states. */
export type Session = {
	readonly state: Store<State>;
	/** Leaves the lesson that is open, if any, opens this one on a stage of its own, and performs the steps before `step`. */
	open(lesson: string, step?: string): Promise<void>;
	/** Runs the step that waits. Does nothing where none waits. */
	proceed(): void;
	/** Performs the steps up to this index (from 0), which then waits. */
	jump(index: number): void;
	/** Stops the command that runs, as Ctrl-C would; false where none runs. */
	interrupt(): boolean;
	/** Ends the lesson and removes its stage. */
	close(): Promise<void>;
};
