import type { Host } from '../words/host.ts';
import type { Pace, Patience } from './pace.ts';

/** What all parts of one run share. */
export type Run = {
	readonly host: Host;
	readonly pace: Pace;
	/** Aborted to end the run. */
	readonly signal: AbortSignal;
	readonly patience: Patience;
	/**
	 * The directory of the shell in each terminal, by the terminal's name, as the shell last told it.
	 */
	readonly directories: Map<string, string>;
};
