import type { EventOf, LessonEvent } from '../words/event.ts';
import type { Session } from './session.ts';
import { initialState, reduce } from './state.ts';
import { createStore } from './store.ts';

/**
 * Creates a session over a recorded run: what the learner asks for has been done already, and is
 * shown.
 */
export function createReplaySession(events: readonly LessonEvent[]): Session {
	const state = createStore(initialState);
	let rest: readonly LessonEvent[] = [];

	function show(count: number): void {
		state.set(rest.slice(0, count).reduce(reduce, state.get()));
		rest = rest.slice(count);
	}

	/**
	 * Shows the events up to and with the beginning of the next step, which then waits as in a live
	 * lesson.
	 */
	function showStep(): void {
		const next = rest.findIndex(({ kind }) => kind === 'step-started');
		show(next < 0 ? rest.length : next + 1);
	}

	function jump(index: number): void {
		while (state.get().steps.length <= index && rest.length > 0) {
			showStep();
		}
	}

	return {
		state,
		open(lesson, step) {
			const recorded = lessonsOf(events).find(({ started }) => started.lesson === lesson);
			state.set(initialState);
			rest = recorded?.events ?? [];
			jump(Math.max(0, recorded?.started.steps.findIndex(({ id }) => id === step) ?? 0));
			return Promise.resolve();
		},
		proceed(answer) {
			if (answer !== undefined) {
				state.set(reduce(state.get(), { kind: 'predicted', answer }));
			}
			showStep();
		},
		jump,
		interrupt: () => false,
		readAgain: (proof) => Promise.resolve(proof),
		visit: () => Promise.reject(new Error('In a recording there is nowhere to go.')),
		trace(index) {
			const why = 'What this step asked of the kernel is not in the recording.';
			if (state.get().steps[index]?.trace === undefined) {
				state.set({ ...state.get(), tracing: { index, at: undefined, why } });
			}

			return Promise.resolve();
		},
		stopTracing() {
			state.set({ ...state.get(), tracing: undefined });
		},
		close() {
			state.set(initialState);
			return Promise.resolve();
		},
	};
}

/** The events of one lesson in a recording. */
export type RecordedLesson = {
	readonly started: EventOf<'lesson-started'>;
	/** All events of the lesson, including `started`. */
	readonly events: readonly LessonEvent[];
};

/** Returns the lessons of a recording, in their order. */
export function lessonsOf(events: readonly LessonEvent[]): readonly RecordedLesson[] {
	const starts = events.flatMap((event, at) =>
		event.kind === 'lesson-started' ? [{ event, at }] : [],
	);
	return starts.map(({ event, at }, index) => ({
		started: event,
		events: events.slice(at, starts[index + 1]?.at),
	}));
}
