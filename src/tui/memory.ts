/** What is kept of the learner, across the days. */
export type Memory = {
	/** How many answers to the questions of this lesson are kept. */
	answers(lesson: string): number;
	/** Forgets this lesson, or all of them: the place, that it was finished, and the answers. */
	forget(lesson: string | undefined): void;
};
