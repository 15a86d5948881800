import type { Missing } from './capabilities.ts';
import type { Difference } from './difference.ts';
import type { EventOf, Outcome, TypedLine } from './event.ts';

/** Everything that is on the screen of a lesson, made from its events alone. */
export type State = {
	readonly lesson: EventOf<'lesson-started'> | undefined;
	readonly setup: readonly TypedLine[];
	/** The steps that have started, in order; the last is the live one. */
	readonly steps: readonly StepState[];
	readonly finished: boolean;
};

export type StepState = {
	readonly started: EventOf<'step-started'>;
	/** `waiting` for the learner, `running`, or how it ended. */
	readonly phase: 'waiting' | 'running' | Outcome;
	readonly commands: readonly CommandState[];
	/** Before against after; undefined until the step has run. */
	readonly difference: Difference | undefined;
	readonly checks: readonly EventOf<'checked'>[];
	/** Markdown. */
	readonly explanation: string | undefined;
	readonly why: string | undefined;
	readonly missing: readonly Missing[];
};

export type CommandState = {
	readonly started: EventOf<'command-started'>;
	readonly output: string;
	/** Undefined while it runs. */
	readonly exited: EventOf<'command-exited'> | undefined;
};
