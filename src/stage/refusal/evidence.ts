import type { Missing } from '../../engine/capabilities.ts';
import type { Situation } from '../situation.ts';

/** What is known of a refusal. */
export type Evidence = Situation & {
	/** Everything that was said on standard error. */
	readonly words: string;
	/** The same for a sentence, in brackets with a blank before; empty where nothing was said. */
	readonly said: string;
};

/** Undefined where this is not the reason. */
export type Explanation = (evidence: Evidence) => Missing | undefined;
