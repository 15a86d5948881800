/**
 * An error that was foreseen: why something cannot be done, in sentences for the learner. Anything else
 * that is thrown is a mistake of ours.
 */
export class KnownError extends Error {
	override readonly name = 'KnownError';
	/** What to do next, one or more sentences; the message ends with it. */
	readonly fix: string | undefined;
	/** That of the program where nothing catches the error: 2 where the command line or a lesson is wrong. */
	readonly exitCode: 1 | 2;
	/** Every place in the author's files that is wrong; empty where the error is about no such file. */
	readonly problems: readonly Problem[];
	/** Tells kinds of error apart where the program decides by it, as `code` of Node.js's errors does. */
	readonly code: string | undefined;

	/** @param reason what went wrong, one or more sentences; the message begins with it */
	constructor(
		reason: string,
		{ fix, exitCode = 1, problems = [], code, cause }: KnownErrorDetails = {},
	) {
		super(fix === undefined ? reason : `${reason} ${fix}`, { cause });
		this.fix = fix;
		this.exitCode = exitCode;
		this.problems = problems;
		this.code = code;
	}
}

type KnownErrorDetails = Partial<
	Pick<KnownError, 'fix' | 'exitCode' | 'problems' | 'code' | 'cause'>
>;

/** Something that the author of a file must change, and where. */
export type Problem = {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 units. */
	readonly column: number;
	/** A sentence that says what to write instead; further lines list what can be written. */
	readonly message: string;
	/** The author's line. */
	readonly excerpt: string;
};
