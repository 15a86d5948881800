import type { Capabilities } from '../engine/capabilities.ts';
import { requirements } from '../lesson/requirement.ts';
import { notLinux } from '../preflight.ts';

/** Without a Linux kernel nothing of the lessons can be done, for one reason. */
export function nothingHere(platform: string): Capabilities {
	const missing = {
		cause: notLinux(platform),
		fix: '`npx containers-under-the-hood` shows what here can run Linux.',
	};
	return {
		provides: new Set(),
		missing: new Map(requirements.map((requirement) => [requirement, missing])),
	};
}
