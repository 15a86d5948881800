/** A stage's own cgroup, as absolute directories on the host. */
export type StageCgroup =
	/** One for each controller's hierarchy. */
	| { readonly version: 'v1'; readonly directories: Readonly<Record<string, string>> }
	| { readonly version: 'v2'; readonly directory: string }
	| { readonly version: 'none' };

/**
 * On v2 a cgroup that hands on its controllers may hold no process itself, so the stage's shells are
 * in this one below it. It is ours, not the learner's, and is not listed.
 */
export const terminalsGroup = 'terminals';
