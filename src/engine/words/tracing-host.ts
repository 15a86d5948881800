import type { Host } from './host.ts';

/** A host whose terminals are traced. */
export type TracingHost = Host & {
	/**
	 * Takes what strace(1) has written about each terminal since the last time; waits for what is
	 * still on its way.
	 */
	takeTrace(): Promise<ReadonlyMap<string, string>>;
};
