import type { Check } from '../words/verdict.ts';
import type { Missing } from '../words/provisions.ts';
import { compare, type Difference } from '../judge/difference.ts';
import type { EventOf, LessonEvent, Outcome, TypedLine } from '../words/event.ts';
import type { Origin } from '../words/origin.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** Everything that the screen of a lesson shows, made from its events alone. */
export type State = {
	readonly lesson: EventOf<'lesson-started'> | undefined;
	readonly setup: readonly TypedLine[];
	/** The steps that have started, in their order; the last is the live one. */
	readonly steps: readonly StepState[];
	readonly finished: boolean;
	/** The learner's last visit to a terminal. */
	readonly visit: VisitState | undefined;
	/**
	 * Why there is no lesson to see, in sentences. No event sets this, nor `tracing`; the session
	 * does.
	 */
	readonly problem: string | undefined;
	/** The step whose calls are being looked for, or could not be found. */
	readonly tracing: Tracing | undefined;
};

/** A step that has started, as its events so far tell it. */
export type StepState = {
	readonly started: EventOf<'step-started'>;
	/** `waiting` for the learner, `running`, or how the step ended. */
	readonly phase: 'waiting' | 'running' | Outcome;
	/** The learner's answer, an index from 0; undefined where there was none. */
	readonly prediction: number | undefined;
	readonly commands: readonly CommandState[];
	readonly before: Snapshot | undefined;
	readonly after: Snapshot | undefined;
	/** What the step changed; undefined until it has run. */
	readonly difference: Difference | undefined;
	readonly checks: readonly EventOf<'checked'>[];
	/** The learner's last attempt, where it did not do what was asked for. */
	readonly tried: Tried | undefined;
	/**
	 * Whether a visit to a challenge has just ended: the look that follows is no attempt of the
	 * learner's.
	 */
	readonly isBack: boolean;
	/** The explanation, in Markdown. */
	readonly explanation: string | undefined;
	/** What the claims of the step rest on, as it was read when the step had passed. */
	readonly proofs: readonly EventOf<'proved'>[];
	readonly why: string | undefined;
	readonly missing: readonly Missing[];
	/** The step as it ran on another machine, where it could not run on this one. */
	readonly recorded: { readonly on: Origin; readonly step: StepState } | undefined;
	/** What the step asked of the kernel, where that was looked for. */
	readonly trace: EventOf<'traced'> | undefined;
};

type Tried = {
	readonly commands: readonly CommandState[];
	readonly checks: readonly Check[];
	/** Why, as a sentence, where a command did not end as it should. */
	readonly why: string | undefined;
	/** The number of attempts so far; 0 where the challenge was only looked at after a visit. */
	readonly count: number;
};

/** The state of looking for what a step, by its index from 0, asks of the kernel. */
export type Tracing = {
	readonly index: number;
	/** The index of the step that is being performed for it; undefined until there is a stage. */
	readonly at: number | undefined;
	/** Why it failed, as a sentence; undefined while it goes on. */
	readonly why: string | undefined;
};

/** A visit to a terminal, and what it changed. */
export type VisitState = EventOf<'visited'> & { readonly difference: Difference };

/** A command that was started, with what came of it so far. */
export type CommandState = {
	readonly started: EventOf<'command-started'>;
	readonly output: string;
	/** The end of the command; undefined while it runs. */
	readonly exited: EventOf<'command-exited'> | undefined;
};

/** The state in which no lesson is open. */
export const initialState: State = {
	lesson: undefined,
	setup: [],
	steps: [],
	finished: false,
	visit: undefined,
	problem: undefined,
	tracing: undefined,
};

/** Returns the state after an event. */
export function reduce(state: State, event: LessonEvent): State {
	const reducer = reducers[event.kind] as (state: State, event: LessonEvent) => State;
	return reducer(state, event);
}

/** One function for each kind of event: a kind that is forgotten here does not compile. */
type Reducers = {
	readonly [Kind in LessonEvent['kind']]: (state: State, event: EventOf<Kind>) => State;
};

const reducers: Reducers = {
	'lesson-started': (_, lesson) => ({ ...initialState, lesson }),
	setup: (state, { commands }) => ({ ...state, setup: commands }),
	'step-started': (state, started) => ({ ...state, steps: [...state.steps, newStep(started)] }),
	predicted: (state, { answer }) => changeStep(state, () => ({ prediction: answer })),
	observed: (state, { when, snapshot }) =>
		changeStep(state, (step) =>
			when === 'before'
				? { phase: 'running', before: snapshot }
				: { after: snapshot, difference: step.before && compare(step.before, snapshot) },
		),
	'command-started': (state, started) =>
		changeStep(state, ({ commands }) => ({
			phase: 'running',
			commands: [...commands, { started, output: '', exited: undefined }],
		})),
	output: (state, { text }) =>
		changeCommand(state, (command) => ({ output: command.output + text })),
	'command-exited': (state, exited) => changeCommand(state, () => ({ exited })),
	checked: (state, check) => changeStep(state, ({ checks }) => ({ checks: [...checks, check] })),
	tried: (state, { checks, why }) =>
		changeStep(state, ({ commands, tried, isBack }) => ({
			...untouched,
			phase: 'waiting',
			isBack: false,
			tried: { commands, checks, why, count: (tried?.count ?? 0) + (isBack ? 0 : 1) },
		})),
	explained: (state, { text }) => changeStep(state, () => ({ explanation: text })),
	proved: (state, proof) => changeStep(state, ({ proofs }) => ({ proofs: [...proofs, proof] })),
	recorded: (state, { on, events }) => {
		const step = events.reduce(reduce, initialState).steps[0];
		return changeStep(state, () => ({ recorded: step && { on, step } }));
	},
	'step-finished': (state, { outcome, why, missing }) =>
		changeStep(state, () => ({ phase: outcome, why, missing })),
	visited: (state, event) => ({
		...changeStep(state, ({ started, phase }) => ({
			isBack: phase === 'waiting' && started.task?.kind === 'challenge',
		})),
		visit: { ...event, difference: compare(event.before, event.after) },
	}),
	traced: (state, trace) => ({
		...state,
		steps: state.steps.map((step) =>
			step.started.step === trace.step ? { ...step, trace } : step,
		),
	}),
	'lesson-finished': (state) => ({ ...state, finished: true }),
};

/** The properties of a step that has not run. */
const untouched = {
	commands: [],
	before: undefined,
	after: undefined,
	difference: undefined,
	checks: [],
} as const;

function newStep(started: EventOf<'step-started'>): StepState {
	return {
		started,
		phase: 'waiting',
		prediction: undefined,
		...untouched,
		tried: undefined,
		isBack: false,
		explanation: undefined,
		proofs: [],
		why: undefined,
		missing: [],
		recorded: undefined,
		trace: undefined,
	};
}

function changeStep(state: State, change: (step: StepState) => Partial<StepState>): State {
	return { ...state, steps: changeLast(state.steps, change) };
}

function changeCommand(
	state: State,
	change: (command: CommandState) => Partial<CommandState>,
): State {
	return changeStep(state, ({ commands }) => ({ commands: changeLast(commands, change) }));
}

function changeLast<Item extends object>(
	items: readonly Item[],
	change: (item: Item) => Partial<Item>,
): readonly Item[] {
	const last = items.at(-1);
	return last === undefined ? items : [...items.slice(0, -1), { ...last, ...change(last) }];
}
