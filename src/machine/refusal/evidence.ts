import type { Missing } from '../../engine/words/provisions.ts';
import type { Findings } from '../findings.ts';

/** What is known about a refusal. */
export type RefusalEvidence = Findings & {
	/** Everything that was printed on standard error. */
	readonly words: string;
	/**
	 * What was printed, for the end of a sentence: in brackets, with a blank before; empty where
	 * nothing was.
	 */
	readonly said: string;
};

/** Explains a refusal by one reason; undefined where that is not the reason. */
export type ExplainRefusal = (evidence: RefusalEvidence) => Missing | undefined;
