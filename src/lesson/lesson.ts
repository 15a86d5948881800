import type { Expectation } from './expectation.ts';
import type { Proof } from './proof.ts';
import type { WrittenQuestion } from './question.ts';
import type { Condition, Requirement } from './requirement.ts';

/** One folder of `lessons/`: a story in Markdown with the commands that make it true. */
export type Lesson = {
	/** Stable across renumbering; progress and recordings name a lesson by it. */
	readonly id: string;
	/** From the folder's name: `lessons/03-the-leak` is 3. */
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	/** The path of `lesson.md`, for messages to its author. */
	readonly file: string;
	/** Of the whole source: a recording of another text does not show this lesson. */
	readonly digest: string;
	/** Markdown before the first heading. */
	readonly intro: string;
	/** Typed before the first step, so that a lesson can be entered directly. Each must exit with 0. */
	readonly setup: readonly Command[];
	readonly steps: readonly Step[];
};

/** One `##` heading: prose, commands, what the kernel must then say, and why. */
export type Step = {
	/** The title in kebab case, unique in its lesson. */
	readonly id: string;
	readonly title: string;
	/** `modify`: the learner may edit a line of it; `challenge`: the learner does it, in a way of their own. */
	readonly kind: 'shown' | 'modify' | 'challenge';
	/** Line of the heading in `lesson.md`, from 1. */
	readonly line: number;
	/** The step is skipped, with the cause and the fix, where one of these is missing. */
	readonly needs: readonly Requirement[];
	/** Markdown before the commands; `{{…}}` is filled in from the run. */
	readonly prose: string;
	/** Asked before the commands run, in the terminal walkthrough. */
	readonly question: WrittenQuestion | undefined;
	/** Three or none, each says more than the one before; Markdown. */
	readonly hints: readonly string[];
	/**
	 * In the order they are typed, all variants; the plan picks those whose conditions hold. Those of a
	 * challenge are one way to do it.
	 */
	readonly commands: readonly Command[];
	readonly expectations: readonly Expectation[];
	/** What its claims rest on, all variants; read when the step has passed. */
	readonly proofs: readonly Proof[];
	/** Markdown after the commands, shown when they have run; `{{…}}` is filled in from the run. */
	readonly after: string;
};

/** One line typed into one terminal. */
export type Command = {
	/** `host`, `container-1`, … Each is one long-lived shell. */
	readonly terminal: string;
	/** What is typed. `{{…}}` is filled in just before it is shown and run. */
	readonly text: string;
	readonly when: readonly Condition[];
	readonly line: number;
	/** `modify`: the learner may edit it; `challenge`: it is not shown before the challenge is done. */
	readonly role?: 'modify' | 'challenge';
};
