import type { Host } from '../host.ts';

/** A host whose terminals are traced. */
export type TracingHost = Host & {
	/** What strace(1) has written of each terminal since the last time; it waits for what is on its way. */
	takeTrace(): Promise<ReadonlyMap<string, string>>;
};
