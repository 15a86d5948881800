import type { Lesson } from '../../lesson/lesson.ts';
import type { Console } from '../words/console.ts';
import type { EventOf, LessonEvent } from '../words/event.ts';
import type { Host } from '../words/host.ts';
import { createLearnerPace, type LearnerPace } from './learner-pace.ts';
import type { Attempt } from './pace.ts';
import { plan } from './plan.ts';
import { readProof } from './prove.ts';
import type { RecordedStep } from './recorded.ts';
import { runLesson } from './run-lesson.ts';
import { sentence } from '../../text/sentence.ts';
import { initialState, reduce, type State, type Tracing } from './state.ts';
import { createTracer, type Tracer, type TracerOptions } from './tracer.ts';
import { visit } from './visit.ts';
import { createStore, type Store } from './store.ts';

/** One learner in one lesson at a time: takes intents, publishes states. */
export type Session = {
	readonly state: Store<State>;
	/**
	 * Leaves the open lesson, if there is one, opens this one on a stage of its own, and performs the
	 * steps before `step`. Resolves when the lesson has begun. Never rejects: an error becomes the
	 * state's `problem`.
	 */
	open(lesson: string, step?: string): Promise<void>;
	/**
	 * Runs the step that waits, with an answer to its question (an index from 0) or without one, or
	 * goes on from one that was skipped. An attempt is what the learner has edited, or done, in its
	 * place. Does nothing where no step waits.
	 */
	proceed(answer?: number, attempt?: Attempt): void;
	/**
	 * Performs the steps before this index (from 0), whose step then waits. A step that fails ends
	 * the jump.
	 */
	jump(index: number): void;
	/**
	 * Stops the command that runs, as Ctrl-C would. Returns false where no command runs, or where it
	 * was stopped already.
	 */
	interrupt(): boolean;
	/**
	 * Reads the file of a proof as it is now; a recorded proof is returned as it is. Never rejects.
	 */
	readAgain(proof: EventOf<'proved'>): Promise<EventOf<'proved'>>;
	/**
	 * Lends the learner's console to a shell of their own in this terminal, while a step waits or
	 * after the last. Rejects, with a sentence, where no such shell can be started.
	 */
	visit(terminal: string, console: Console): Promise<void>;
	/**
	 * Finds what a step that has ended (an index from 0) asks of the kernel: performs the lesson up
	 * to it once more, on a stage of its own. Resolves when the step has its `trace`, or the state's
	 * `tracing` says why not; never rejects. Does nothing where the step has a trace already.
	 */
	trace(index: number): Promise<void>;
	/** Ends the tracing; `open` and `close` do so too. */
	stopTracing(): void;
	/**
	 * Ends the lesson and removes its stage. Rejects where the stage cannot be removed, which is also
	 * set as the state's `problem`.
	 */
	close(): Promise<void>;
};

/** What a session needs from outside. */
export type SessionOptions = {
	readonly lessons: readonly Lesson[];
	/**
	 * The recorded steps that may be shown in place of those that are skipped, the most alike first.
	 */
	readonly recordings: readonly RecordedStep[];
	/** Starts a new stage. May fail with an error whose message is for the learner. */
	readonly openHost: () => Promise<Host>;
	/** How `trace` finds what a step asks of the kernel. */
	readonly tracing: TracerOptions;
	/** Called with every event, after the state has changed. */
	readonly onEvent: (event: LessonEvent) => void;
};

/** Creates a session without an open lesson. */
export function createSession(options: SessionOptions): Session {
	const { lessons, recordings, openHost, onEvent } = options;
	const state = createStore(initialState);
	let current: Performance | undefined;
	/** Aborted when something else is asked for: whatever was asked for last ends. */
	let latest = new AbortController();
	/** The opening and closing of lessons, one after another. */
	let queue = Promise.resolve();

	function enqueue(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
		latest.abort();
		latest = new AbortController();
		const { signal } = latest;
		const done = queue.then(() => task(signal));
		queue = done.catch(publishProblem);
		return done;
	}

	function publishProblem(error: unknown) {
		state.set({ ...state.get(), problem: sentence(error) });
	}

	async function leave() {
		const left = current;
		current = undefined;
		await left?.tracer.stop();
		await left?.ended;
		state.set(initialState);
		await left?.host[Symbol.asyncDispose]();
	}

	async function enter(id: string, step: string | undefined, signal: AbortSignal) {
		const lesson = lessons.find((lesson) => lesson.id === id);
		if (lesson === undefined) {
			throw new Error(`There is no lesson "${id}".`);
		}

		const host = await openHost();
		const pace = createLearnerPace(Math.max(0, indexOf(lesson, step)));
		const tracer = createTracer(lesson, host, options.tracing, {
			state: () => state.get(),
			show,
			publish,
		});
		current = { lesson, host, pace, tracer, ended: perform(lesson, host, pace, signal) };
	}

	async function perform(lesson: Lesson, host: Host, pace: LearnerPace, signal: AbortSignal) {
		// Left before it has begun, it has nothing to tell: somebody may keep that it was open.
		if (signal.aborted) {
			return;
		}
		try {
			const planned = plan(lesson, host.provisions, recordings);
			for await (const event of runLesson(planned, host, pace, signal)) {
				pace.watch(event);
				publish(event);
			}
		} catch (error) {
			publishProblem(error);
		}
	}

	function show(tracing: Tracing | undefined) {
		state.set({ ...state.get(), tracing });
	}

	/** Acts once no second stage is there, whose processes the learner would see among the host's. */
	function whenAlone(action: (performance: Performance) => void) {
		const alone = current;
		if (alone?.tracer.isBusy() === true) {
			void alone.tracer.stop().then(() => {
				if (current === alone) {
					action(alone);
				}
			});
		} else if (alone !== undefined) {
			action(alone);
		}
	}

	function publish(event: LessonEvent) {
		state.set(reduce(state.get(), event));
		onEvent(event);
	}

	/** Returns the steps of the open lesson that passed. */
	function passed({ lesson }: Performance) {
		return state.get().steps.flatMap(({ phase, before }, index) => {
			const step = lesson.steps[index];
			return phase === 'passed' && step !== undefined ? [{ step, before }] : [];
		});
	}

	return {
		state,
		async visit(terminal, console) {
			const visited = current;
			if (visited === undefined) {
				return;
			}

			await visited.tracer.stop();
			const { host } = visited;
			const { signal } = latest;
			const event = await visit({ host, signal, terminal, console, passed: passed(visited) });
			// The learner may have left the lesson meanwhile.
			if (current === visited) {
				publish(event);
			}
		},
		open: (lesson, step) =>
			enqueue(async (signal) => {
				await leave();
				await enter(lesson, step, signal);
			}).catch(() => undefined),
		close: () => enqueue(leave),
		proceed(answer, attempt) {
			whenAlone(({ pace }) => {
				pace.proceed(answer, attempt);
			});
		},
		jump(index) {
			whenAlone(({ pace }) => {
				pace.jump(index);
			});
		},
		interrupt: () => current?.pace.interrupt() ?? false,
		readAgain: (proof) =>
			current === undefined
				? Promise.resolve(proof)
				: readProof(current.host, proof.path, proof.select),
		trace: (index) => current?.tracer.trace(index) ?? Promise.resolve(),
		stopTracing() {
			void current?.tracer.stop();
			show(undefined);
		},
	};
}

/** A lesson that is being performed. */
type Performance = {
	readonly lesson: Lesson;
	readonly host: Host;
	readonly pace: LearnerPace;
	readonly tracer: Tracer;
	/** Resolves when the lesson has ended; never rejects. */
	readonly ended: Promise<void>;
};

/** Returns the index of a step, or -1 where the lesson has no such step (any more). */
function indexOf({ steps }: Lesson, step: string | undefined): number {
	return steps.findIndex(({ id }) => id === step);
}
