import type { Requirement } from '../../../lesson/requirement.ts';
import type { Provisions } from '../../words/provisions.ts';

/**
 * How one kind of failure is recognised, and what it means. Every condition that is given must
 * hold.
 */
export type Diagnosis = {
	/** Matches what was printed. */
	readonly says?: RegExp;
	readonly exit?: number;
	/** Matches what was typed. */
	readonly typed?: RegExp;
	/** A requirement: where the machine lacks it, its cause and its fix are told instead. */
	readonly takes?: Requirement;
	/** The likely cause and what to do, as sentences; `$1` stands for the first group of `says`. */
	readonly means: string | ((provides: Provisions['provides']) => string);
};
