/** One call of a program to the kernel, as strace(1) prints it. */
export type SystemCall = {
	readonly name: string;
	readonly args: readonly string[];
	/**
	 * What it returned, such as `0` or `-1 ENOENT (No such file or directory)`; `?` where it never
	 * returned.
	 */
	readonly result: string;
};

/** A call that matters, with what it is for. */
export type TracedCall = SystemCall & {
	/** How often it was made in this way. */
	readonly times: number;
	/** What it is for, in one sentence. */
	readonly meaning: string;
	/** The page of its manual, such as `chroot(2)`. */
	readonly page: string;
};

/** What one command line asked of the kernel. */
export type TracedCommand = {
	readonly terminal: string;
	readonly text: string;
	readonly calls: readonly TracedCall[];
	/**
	 * The number of further kinds of calls that are not listed; a command may start dozens of
	 * programs.
	 */
	readonly more: number;
};

/** Returns the name of a call's error, such as `ENOENT`; undefined where the call worked. */
export function errorOf({ result }: SystemCall): string | undefined {
	return /^-1 (E\w+)/.exec(result)?.[1];
}

/** Returns a call as strace would print it. */
export function writeCall({ name, args, result }: SystemCall): string {
	return `${name}(${args.join(', ')}) = ${result}`;
}

/** Returns a string without its quotes. */
export function unquoted(argument = ''): string {
	return /^"(.*)"(\.\.\.)?$/.exec(argument)?.[1] ?? argument;
}
