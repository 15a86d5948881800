/** Who decides when a step runs and when a command has run for long enough. */
export type Pace = {
	/**
	 * Resolves when the step of this index may run, or be left where it is skipped, with the learner's
	 * answer to its question, if one was given: an index. The signal says that it never will.
	 */
	beforeStep(index: number, signal: AbortSignal): Promise<number | undefined>;
	/** Asked for once a command. Aborting it interrupts that command as Ctrl-C would. */
	commandSignal(): AbortSignal;
};

/** All steps one after the other. */
export const withoutPause: Pace = {
	beforeStep: () => Promise.resolve(undefined),
	commandSignal: () => new AbortController().signal,
};

/** How long is waited, in seconds. */
export type Patience = {
	/** For a command to finish, before it is interrupted. */
	readonly command: number;
	/** For the terminal to answer after that. */
	readonly interrupt: number;
	/** For the kernel to become what a command asked for: a job to start, a killed process to go. */
	readonly settle: number;
};

export const usualPatience: Patience = { command: 60, interrupt: 10, settle: 1 };
