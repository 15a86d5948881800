import type { LessonEvent } from './event.ts';
import type { Attempt, Pace, Start } from './pace.ts';

/** The pace of somebody who presses keys. */
export type LearnerPace = Pace & {
	/** Runs the step that waits, with an answer to its question (an index) or without; see `Attempt`. */
	proceed(answer?: number, attempt?: Attempt): void;
	/** No step before this index waits, unless one fails. */
	jump(index: number): void;
	/** Stops the command that runs, and the next step waits again; false where none runs, or it was stopped already. */
	interrupt(): boolean;
	/** Must be told every event. */
	watch(event: LessonEvent): void;
};

/** @param firstStop Index of the first step that waits. */
export function createLearnerPace(firstStop: number): LearnerPace {
	let stop = firstStop;
	let waiting: { readonly index: number; readonly release: (start?: Start) => void } | undefined;
	let command: AbortController | undefined;

	return {
		beforeStep(index, signal) {
			if (index < stop || signal.aborted) {
				return Promise.resolve({});
			}

			return new Promise((resolve) => {
				const release = (start: Start = {}) => {
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

			// Who jumps wants the state a step leaves behind; after a failure it would not be that.
			if (event.kind === 'step-finished' && event.outcome === 'failed') {
				stop = 0;
			}
		},
	};
}
