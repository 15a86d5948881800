/** What the learner is asked before a step runs. Nobody is graded. */
export type Question = {
	/** Markdown. */
	readonly text: string;
	/** Two to four, exactly one of them right. */
	readonly answers: readonly Answer[];
};

/** As it stands in the lesson. */
export type WrittenQuestion = Question & {
	/** The author's Markdown, from the question to the end of the answers. */
	readonly source: string;
};

export type Answer = {
	/** Markdown. A wrong one is something that people do believe. */
	readonly text: string;
	readonly isRight: boolean;
	/** Markdown: what there is to say to somebody who chose it. Every wrong answer has one. */
	readonly reply: string | undefined;
};
