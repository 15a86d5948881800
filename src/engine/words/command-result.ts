/** What one line of a step has come to. */
export type CommandResult = {
	/** As the lesson has it, with its `{{…}}`. */
	readonly source: string;
	/** Filled in, where it was typed. */
	readonly text: string;
	/** Undefined: it was not typed, because one before it failed, or the run ended before it did. */
	readonly exit: number | undefined;
	/** Safe text. */
	readonly output: string;
	/** Who interrupted it. */
	readonly stopped: 'learner' | 'limit' | 'end' | undefined;
};

export function notTyped(source: string): CommandResult {
	return { source, text: source, exit: undefined, output: '', stopped: undefined };
}

/**
 * Why one cannot go on after this command, as a sentence.
 *
 * @param seconds The time it was given.
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
