import type { Session } from '../engine/run/session.ts';
import type { Store } from '../engine/run/store.ts';
import type { CopyText } from './clipboard.ts';
import type { InstallSuggestion } from './course.ts';
import type { HandOver } from './hand-over.ts';
import type { Memory } from './memory.ts';
import type { Model } from './model.ts';
import type { ShownView, View } from './view.ts';

/** The parts that act outside of the screen. They stay the same for as long as the walkthrough is open. */
export type CourseServices = {
	readonly session: Session;
	/** Undefined where nothing is kept, as in a replay. */
	readonly memory: Memory | undefined;
	/**
	 * Yields what the commands print, and has the course show what the machine can do then. Throws, with a
	 * sentence, where one of them fails. Undefined where nothing is ever suggested, as in a replay.
	 */
	readonly install: ((suggestion: InstallSuggestion) => AsyncIterable<string>) | undefined;
};

/** All parts that the deed of a key may use. */
export type Services = CourseServices & {
	readonly handOver: HandOver;
	readonly copyText: CopyText;
	readonly model: Store<Model>;
	/** Puts another view in the place of the one that is shown; does nothing once the walkthrough is being left. */
	readonly update: (change: (view: ShownView) => View) => void;
	/** Ends the lesson and the walkthrough. */
	readonly leave: () => void;
	/** Whether anything may change by itself. */
	readonly motion: boolean;
};
