import type { Origin } from '../engine/words/origin.ts';

/** The first line of a recording: what it was made with, and on what. */
export type Header = Origin & {
	readonly format: typeof currentFormat;
	readonly program: typeof program;
	/** Of the program. */
	readonly version: string;
	/** Of Node.js, without the `v`. */
	readonly node: string;
};

export const currentFormat = 1;
export const program = 'containers-under-the-hood';

export function originOf({ distribution, kernel, cgroup, uid, date }: Header): Origin {
	return { distribution, kernel, cgroup, uid, date };
}
