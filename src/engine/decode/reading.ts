import type { Requirement } from '../../lesson/requirement.ts';
import type { Capabilities } from '../capabilities.ts';

/** How one kind of failure is recognised, and what it means. Everything that is given must fit. */
export type Reading = {
	/** Fits in what was printed. */
	readonly says?: RegExp;
	readonly exit?: number;
	/** Fits in what was typed. */
	readonly typed?: RegExp;
	/** Where the machine lacks this, the cause and the fix of that are told instead. */
	readonly takes?: Requirement;
	/** The likely cause and what to do, as sentences; `$1` is the first group of `says`. */
	readonly means: string | ((provides: Capabilities['provides']) => string);
};
