import type { LessonEvent } from '../words/event.ts';
import type { Attempt, Pace, GoAhead } from './pace.ts';

/** The pace of a learner who presses keys. */
export type LearnerPace = Pace & {
	/**
	 * Runs the step that waits, with an answer to its question (an index from 0) or without one; see
	 * `Attempt`.
	 */
	proceed(answer?: number, attempt?: Attempt): void;
	/** Lets no step before this index (from 0) wait, unless one fails. */
	jump(index: number): void;
	/**
	 * Stops the command that runs, and lets the next step wait again. Returns false where no command
	 * runs, or where it was stopped already.
	 */
	interrupt(): boolean;
	/** Takes note of an event; must be called with every one. */
	watch(event: LessonEvent): void;
};

/**
 * Creates the pace for one lesson.
 * @param firstStop The index of the first step that waits, from 0.
 */
export function createLearnerPace(firstStop: number): LearnerPace {
	let stop = firstStop;
	let waiting: { readonly index: number; readonly release: (start?: GoAhead) => void } | undefined;
	let command: AbortController | undefined;

	return {
		beforeStep(index, signal) {
			if (index < stop || signal.aborted) {
				return Promise.resolve({});
			}

			return new Promise((resolve) => {
				const release = (start: GoAhead = {}) => {
					waiting = undefined;
					signal.removeEventListener('abort', give);
					resolve(start);
				};
				const give = () => {
					release();
				};
				waiting = { index, release };
				signal.addEventListener('abort', give);
			});
		},
		commandSignal() {
			command = new AbortController();
			return command.signal;
		},
		proceed(answer, attempt) {
			waiting?.release({ answer, attempt });
		},
		jump(index) {
			stop = Math.max(stop, index);
			if (waiting !== undefined && waiting.index < index) {
				waiting.release();
			}
		},
		interrupt() {
			if (command === undefined || command.signal.aborted) {
				return false;
			}

			stop = 0;
			command.abort();
			return true;
		},
		watch(event) {
			if (['command-exited', 'step-started', 'step-finished'].includes(event.kind)) {
				command = undefined;
			}

			// A learner who jumps wants the state that the steps leave behind; a step that fails does not
			// leave it.
			if (event.kind === 'step-finished' && event.outcome === 'failed') {
				stop = 0;
			}
		},
	};
}
