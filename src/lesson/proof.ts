import type { Condition } from './requirement.ts';

/**
 * One line of a lesson's ```proof block: a file of the kernel's that a claim of the step rests on.
 */
export type Proof = {
	/** The line as the author wrote it. */
	readonly text: string;
	/**
	 * The absolute path; below `/sys/fs/cgroup` it is the stage's view. `{{…}}` is filled in from the
	 * run.
	 */
	readonly path: string;
	/**
	 * The words that choose lines of the file; without any, it is the whole file. `{{…}}` is filled
	 * in.
	 */
	readonly select: readonly string[];
	readonly when: readonly Condition[];
	readonly line: number;
};
