/** The first line of a recording: what it was made with, and on what. */
export type Header = {
	readonly format: typeof currentFormat;
	readonly program: typeof program;
	/** Of the program. */
	readonly version: string;
	/** Of Node.js, without the `v`. */
	readonly node: string;
	/** As `uname -r` says it. */
	readonly kernel: string;
	/** `PRETTY_NAME` of os-release(5). */
	readonly distribution: string;
	/** `v1`, `v2`, or `none` where there are no limits. */
	readonly cgroup: string;
	/** Of who ran it: 0 is root. */
	readonly uid: number;
	/** When it began, ISO 8601 in UTC. */
	readonly date: string;
};

export const currentFormat = 1;
export const program = 'containers-under-the-hood';
