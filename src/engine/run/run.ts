import type { Host } from './host.ts';
import type { Pace, Patience } from './pace.ts';

/** What every part of a run needs. */
export type Run = {
	readonly host: Host;
	readonly pace: Pace;
	/** Ends the run. */
	readonly signal: AbortSignal;
	readonly patience: Patience;
	/** Where the shell of each terminal is, as it last said. */
	readonly directories: Map<string, string>;
};
