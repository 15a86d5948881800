import type { Provisions } from '../engine/words/provisions.ts';
import { requirements } from '../lesson/requirement.ts';
import { notLinux } from '../command-line/preflight.ts';

/** Returns what a machine without a Linux kernel allows: nothing, always for the same reason. */
export function nothingHere(platform: string): Provisions {
	const missing = {
		cause: notLinux(platform),
		fix: '`npx containers-under-the-hood` shows what here can run Linux.',
	};
	return {
		provides: new Set(),
		missing: new Map(requirements.map((requirement) => [requirement, missing])),
	};
}
