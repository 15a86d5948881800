/** What became of one line of a step. */
export type CommandResult = {
	/** The line as the lesson has it, with its `{{…}}`. */
	readonly source: string;
	/** The line filled in, as far as it was typed. */
	readonly text: string;
	/**
	 * `$?` of the shell; undefined where the line was not typed, because one before it failed, or
	 * where the run ended before the command did.
	 */
	readonly exit: number | undefined;
	/** What the command printed, as safe text. */
	readonly output: string;
	/** Who interrupted the command; undefined where nobody did. */
	readonly stopped: 'learner' | 'limit' | 'end' | undefined;
};

/** Returns the result of a line that was never typed. */
export function notTyped(source: string): CommandResult {
	return { source, text: source, exit: undefined, output: '', stopped: undefined };
}

/**
 * Returns why a step cannot go on after this command, as a sentence; undefined where it can.
 *
 * @param seconds The time that the command was given.
 */
export function trouble(
	{ text, exit, stopped }: CommandResult,
	expected: number,
	seconds: number,
): string | undefined {
	if (stopped === 'limit') {
		return `\`${text}\` did not finish in ${seconds} s and was interrupted.`;
	}

	if (exit === expected) {
		return undefined;
	}

	return stopped === 'learner'
		? `\`${text}\` was stopped before it had finished.`
		: `\`${text}\` exited with ${exit ?? 'nothing'}, and should have exited with ${expected}.`;
}
