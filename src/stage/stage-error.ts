/** Why there is no stage, and what to do about it: two sentences for the learner. */
export class StageError extends Error {
	override readonly cause: string;
	readonly fix: string;

	constructor(cause: string, fix: string) {
		super(`${cause} ${fix}`);
		this.cause = cause;
		this.fix = fix;
	}
}
