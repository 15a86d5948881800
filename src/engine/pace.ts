/** Who decides when a step runs and when a command has run for long enough. */
export type Pace = {
	/**
	 * Resolves when the step of this index may run, or be left where it is skipped. The signal says that
	 * it never will.
	 */
	beforeStep(index: number, signal: AbortSignal): Promise<Start>;
	/** Asked for once a command. Aborting it interrupts that command as Ctrl-C would. */
	commandSignal(): AbortSignal;
	/** Nobody is there to decide: what comes after a failed step, and builds on it, is not typed. */
	readonly endsAtFailure?: true;
};

/** What the learner says when a step may run. */
export type Start = {
	/** To its question, an index. */
	readonly answer?: number | undefined;
	/** Undefined: the step is performed as the lesson has it. */
	readonly attempt?: Attempt | undefined;
};

/** What a learner does on their own, and may do again where it does not come out right. */
export type Attempt =
	/** The line of a modify step, as it was edited. */
	| { readonly kind: 'line'; readonly text: string }
	/** Is the challenge done? */
	| { readonly kind: 'look' };

/** All steps one after the other. */
export const withoutPause: Pace = {
	beforeStep: () => Promise.resolve({}),
	commandSignal: () => new AbortController().signal,
};

/** How long is waited, in seconds. */
export type Patience = {
	/** For a command to finish, before it is interrupted. */
	readonly command: number;
	/** For the terminal to answer after that. */
	readonly interrupt: number;
	/** At least, for the kernel to become what a command asked for: a job to start, a killed process to go. */
	readonly settle: number;
	/** Between two looks at what somebody does who is at a challenge. */
	readonly watch: number;
};

export const usualPatience: Patience = { command: 60, interrupt: 10, settle: 1, watch: 0.5 };
