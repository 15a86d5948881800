import type { EventOf, LessonEvent } from '../../src/engine/words/event.ts';
import type { Session } from '../../src/engine/run/session.ts';
import { initialState, reduce } from '../../src/engine/run/state.ts';
import { createStore } from '../../src/engine/run/store.ts';
import type { ActedLesson, ActedStep } from './acted-lesson.ts';

export type ActedSession = Session & {
	/** Intents in the order they came: `open chroot`, `proceed`, `close`. */
	readonly heard: string[];
	/** Lets the command go on that a step holds at. */
	release(): void;
	/** Says that the trace that was asked for is at this step, or has come to this, or why not. */
	tellTrace(news: number | Partial<EventOf<'traced'>> | string): void;
	/** What is read again, by path; the same as before where nothing is written here. */
	now: Record<string, Partial<EventOf<'proved'>>>;
	/** How long `close` takes, or how it fails. */
	closing: () => Promise<void>;
};

/** A session that plays written events in place of a machine; the state is the real reducer's. */
export function actSession(lessons: readonly ActedLesson[]): ActedSession {
	const state = createStore(initialState);
	const heard: string[] = [];
	let lesson: ActedLesson | undefined;
	let index = 0;
	let target = 0;
	let held: LessonEvent[] = [];

	function play(events: readonly LessonEvent[]) {
		for (const event of events) {
			state.set(reduce(state.get(), event));
		}
	}

	function startStep() {
		const step = lesson?.steps[index];
		play(
			step ? [step.started] : [{ kind: 'lesson-finished', lesson: lesson?.started.lesson ?? '' }],
		);
		// There is nothing to wait for, only something to read.
		if (step && isSkipped(step)) {
			play(step.run);
		}
	}

	function finishStep() {
		play(held);
		held = [];
		index += 1;
		startStep();
		if (index < target) {
			perform();
		}
	}

	function perform() {
		const step = lesson?.steps[index];
		if (!step) {
			return;
		}
		if (isSkipped(step)) {
			finishStep();
			return;
		}
		const end = step.holdsAt ?? step.run.length;
		play(step.run.slice(0, end));
		held = step.run.slice(end);
		if (step.holdsAt === undefined) {
			finishStep();
		}
	}

	return {
		state,
		heard,
		now: {},
		closing: () => Promise.resolve(),
		release: finishStep,
		tellTrace(news) {
			const { tracing, steps } = state.get();
			if (!tracing) {
				return;
			}
			const { index } = tracing;
			if (typeof news === 'number') {
				state.set({ ...state.get(), tracing: { ...tracing, at: news } });
			} else if (typeof news === 'string') {
				state.set({ ...state.get(), tracing: { ...tracing, why: news } });
			} else {
				const { step = '' } = steps[index]?.started ?? {};
				const nothing = { commands: [], on: undefined, missing: [] };
				play([{ kind: 'traced', step, index, ...nothing, ...news }]);
				state.set({ ...state.get(), tracing: undefined });
			}
		},
		open(id, step) {
			heard.push(`open ${id} ${step ?? ''}`.trim());
			lesson = lessons.find(({ started }) => started.lesson === id);
			index = 0;
			state.set(initialState);
			if (!lesson) {
				state.set({ ...initialState, problem: `There is no lesson "${id}".` });
				return Promise.resolve();
			}
			play([lesson.started, { kind: 'setup', commands: lesson.setup }]);
			target = lesson.steps.findIndex(({ started }) => started.step === step);
			startStep();
			if (index < target) {
				perform();
			}
			return Promise.resolve();
		},
		proceed() {
			heard.push('proceed');
			perform();
		},
		jump(to) {
			heard.push(`jump ${to}`);
			target = to;
			if (index < target) {
				perform();
			}
		},
		visit(terminal) {
			heard.push(`visit ${terminal}`);
			return Promise.resolve();
		},
		interrupt() {
			heard.push('interrupt');
			if (held.length === 0) {
				return false;
			}
			finishStep();
			return true;
		},
		readAgain(proof) {
			heard.push(`read ${proof.path}`);
			return Promise.resolve({ ...proof, ...this.now[proof.path] });
		},
		trace(index) {
			heard.push(`trace ${index}`);
			state.set({ ...state.get(), tracing: { index, at: undefined, why: undefined } });
			return Promise.resolve();
		},
		stopTracing() {
			heard.push('stop tracing');
			state.set({ ...state.get(), tracing: undefined });
		},
		close() {
			heard.push('close');
			return this.closing();
		},
	};
}

function isSkipped({ run }: ActedStep): boolean {
	return run.some((event) => event.kind === 'step-finished' && event.outcome === 'skipped');
}
