/** One call that a program made to the kernel, as strace(1) prints it. */
export type SystemCall = {
	readonly name: string;
	readonly args: readonly string[];
	/** `0`, `-1 ENOENT (No such file or directory)`; `?` where it never returned. */
	readonly result: string;
};

/** A call that matters. */
export type TracedCall = SystemCall & {
	/** How often it was made in this way. */
	readonly times: number;
	/** What it is for, in one sentence. */
	readonly meaning: string;
	/** Where its manual is: `chroot(2)`. */
	readonly page: string;
};

/** What one command line asked of the kernel. */
export type TracedCommand = {
	readonly terminal: string;
	readonly text: string;
	readonly calls: readonly TracedCall[];
	/** How many more kinds of calls there were; a command may start dozens of programs. */
	readonly more: number;
};

/** `ENOENT`; undefined where the call worked. */
export function errorOf({ result }: SystemCall): string | undefined {
	return /^-1 (E\w+)/.exec(result)?.[1];
}

/** As strace would print it. */
export function writeCall({ name, args, result }: SystemCall): string {
	return `${name}(${args.join(', ')}) = ${result}`;
}

/** A string without its quotes. */
export function unquoted(argument = ''): string {
	return /^"(.*)"(\.\.\.)?$/.exec(argument)?.[1] ?? argument;
}
