import type { RecalledQuestion } from './course.ts';

/** Reads and changes what is kept of the learner; the course has it afterwards. */
export type Memory = {
	/** Up to two questions that are asked before this lesson (an id) begins. */
	opening(lesson: string): readonly RecalledQuestion[];
	/** @param said the index of the answer */
	keep(asked: RecalledQuestion, said: number): void;
	/**
	 * Forgets this lesson, or all of them: the place, that it was finished, and the answers. Resolves when
	 * that is on the disk; never rejects, as what cannot be written is told when the walkthrough is left.
	 */
	forget(lesson: string | undefined): Promise<void>;
};
