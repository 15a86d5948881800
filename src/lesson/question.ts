/** A question that the learner is asked before a step runs. Nobody is graded. */
export type Question = {
	/** The question, in Markdown. */
	readonly text: string;
	/** Two to four answers, exactly one of them right. */
	readonly answers: readonly Answer[];
};

/** A question, and the text of the lesson that it comes from. */
export type WrittenQuestion = Question & {
	/** The author's Markdown, from the question to the end of the answers. */
	readonly source: string;
};

/** An answer that the learner may choose. */
export type Answer = {
	/** The answer, in Markdown. A wrong one is something that people do believe. */
	readonly text: string;
	readonly isRight: boolean;
	/** The reply to somebody who chose it, in Markdown. Every wrong answer has one. */
	readonly reply: string | undefined;
};
