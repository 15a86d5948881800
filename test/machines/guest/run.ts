/** One run of the program on a booted machine. */
export type Run = {
	/** Names its files. */
	readonly name: string;
	readonly as: Person;
	/** After the name of the program. */
	readonly words: readonly string[];
	/** Kernel settings, sysctl(8), while it runs. */
	readonly settings?: Readonly<Record<string, string>>;
	/** What is killed in its middle. */
	readonly kill?: Victims;
};

/**
 * - `root`: logged in.
 * - `user in a session`: logged in, with a systemd of one's own; in another window as well, for as long as there are runs.
 * - `user who logs in`: logged in for the run only.
 * - `user without a session`: as by su, with neither.
 */
export type Person = 'root' | 'user in a session' | 'user who logs in' | 'user without a session';

/** With its guard dead as well, only the next start can finish the work. */
export type Victims = 'program' | 'program and guard';

/** What became of a run, beside what it printed. */
export type Ended = {
	readonly exitCode: number | undefined;
	/** What it said on standard error. */
	readonly complaints: string;
	/** What `cleanup` said afterwards, where the guard was killed too. */
	readonly cleanup: string | undefined;
	/** What there is on the machine that was not there before. */
	readonly left: readonly string[];
	readonly seconds: number;
	/** Seconds from the start of the machine's kernel to the first program of ours. */
	readonly booted: number;
};
