/** What decides when a step runs, and when a command has run for long enough. */
export type Pace = {
	/**
	 * Resolves when the step at this index (from 0) may run, or, for one that is skipped, when the
	 * learner goes on. Aborting the signal means that it never will.
	 */
	beforeStep(index: number, signal: AbortSignal): Promise<GoAhead>;
	/**
	 * Returns the signal of the next command, for which it is asked once. Aborting it interrupts the
	 * command as Ctrl-C would.
	 */
	commandSignal(): AbortSignal;
	/**
	 * Set where nobody is there to decide: what follows a failed step, and builds on it, is not
	 * typed.
	 */
	readonly endsAtFailure?: true;
};

/** What the learner says when letting a step run. */
export type GoAhead = {
	/** The answer to the step's question, an index from 0. */
	readonly answer?: number | undefined;
	/** The learner's own attempt; undefined where the step is performed as the lesson has it. */
	readonly attempt?: Attempt | undefined;
};

/**
 * What a learner does in place of the lesson, and may do again where it does not come out right.
 */
export type Attempt =
	/** The line of a modify step, as the learner edited it. */
	| { readonly kind: 'line'; readonly text: string }
	/** The question whether the challenge is done. */
	| { readonly kind: 'look' };

/** The pace that lets all steps run, one after another. */
export const withoutPause: Pace = {
	beforeStep: () => Promise.resolve({}),
	commandSignal: () => new AbortController().signal,
};

/** How long things are waited for, in seconds. */
export type Patience = {
	/** The time a command has to finish before it is interrupted. */
	readonly command: number;
	/** The time the terminal has to answer after that. */
	readonly interrupt: number;
	/**
	 * The time, at least, that the kernel has to do what a command asked for: to start a job, to end
	 * a killed process.
	 */
	readonly settle: number;
	/** The time between two looks at whether it has. */
	readonly look: number;
	/** The time between two looks while a learner works on a challenge. */
	readonly watch: number;
};

/** How long things are waited for outside of tests. */
export const usualPatience: Patience = {
	command: 60,
	interrupt: 10,
	settle: 1,
	look: 0.05,
	watch: 0.5,
};
