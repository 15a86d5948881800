import type { Expectation } from './expectation.ts';
import type { Proof } from './proof.ts';
import type { WrittenQuestion } from './question.ts';
import type { Condition, Requirement } from './requirement.ts';

/** One folder of `lessons/`: a story in Markdown, with the commands that make it true. */
export type Lesson = {
	/**
	 * Its id, which stays when lessons are renumbered; progress and recordings name a lesson by it.
	 */
	readonly id: string;
	/** Its number, from the folder's name: `lessons/03-the-leak` is 3. */
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	/** The path of `lesson.md`, for messages to its author. */
	readonly file: string;
	/** The digest of its source; a recording of another text does not show this lesson. */
	readonly digest: string;
	/** The Markdown before the first heading. */
	readonly intro: string;
	/**
	 * The commands that are typed before the first step, so that a lesson can be entered directly.
	 * Each must exit with 0.
	 */
	readonly setup: readonly Command[];
	readonly steps: readonly Step[];
};

/** One `##` heading, with prose, commands, what the kernel must then say, and why. */
export type Step = {
	/** Its title in kebab case, which is unique in its lesson. */
	readonly id: string;
	readonly title: string;
	/**
	 * `shown`: it runs as it is written; `modify`: the learner may edit a line of it; `challenge`:
	 * the learner does it, in a way of their own.
	 */
	readonly kind: 'shown' | 'modify' | 'challenge';
	/** The number of its heading's line in `lesson.md`, from 1. */
	readonly line: number;
	/** The requirements without which the step is skipped, with the cause and the fix. */
	readonly needs: readonly Requirement[];
	/** The Markdown before the commands; `{{…}}` is filled in from the run. */
	readonly prose: string;
	/** The question that is asked in the terminal walkthrough before the commands run. */
	readonly question: WrittenQuestion | undefined;
	/** Three hints or none, in Markdown, of which each says more than the one before. */
	readonly hints: readonly string[];
	/**
	 * The commands in the order in which they are typed, in all variants; the plan picks those whose
	 * conditions hold. Those of a challenge are one way to do it.
	 */
	readonly commands: readonly Command[];
	readonly expectations: readonly Expectation[];
	/** What the claims of the step rest on, in all variants; read when the step has passed. */
	readonly proofs: readonly Proof[];
	/**
	 * The Markdown after the commands, shown when they have run; `{{…}}` is filled in from the run.
	 */
	readonly after: string;
};

/** One line typed into one terminal. */
export type Command = {
	/** The name of the terminal, such as `host` or `container-1`; each is one long-lived shell. */
	readonly terminal: string;
	/** The line that is typed; `{{…}}` is filled in just before it is shown and run. */
	readonly text: string;
	readonly when: readonly Condition[];
	readonly line: number;
	/**
	 * `modify`: the learner may edit the line; `challenge`: it is not shown before the challenge is
	 * done.
	 */
	readonly role?: 'modify' | 'challenge';
};
