import type { Condition } from './requirement.ts';

/** One line of a lesson's ```proof block: a file of the kernel's that a claim of the step rests on. */
export type Proof = {
	/** The author's line. */
	readonly text: string;
	/** Absolute; below `/sys/fs/cgroup` it is the stage's view. `{{…}}` is filled in from the run. */
	readonly path: string;
	/** Words that choose lines of the file; none for the whole of it. `{{…}}` is filled in. */
	readonly select: readonly string[];
	readonly when: readonly Condition[];
	readonly line: number;
};
