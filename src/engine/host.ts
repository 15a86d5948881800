import type { Capabilities } from './capabilities.ts';
import type { Reading } from './reading.ts';
import type { Console } from './console.ts';
import type { Snapshot } from './snapshot.ts';

/** The port through which the engine reaches a machine. `stage/` implements it on this kernel. */
export type Host = AsyncDisposable & {
	readonly capabilities: Capabilities;
	/** Opens a terminal, as one opens another window. */
	open(terminal: string): Promise<void>;
	observe(): Promise<Snapshot>;
	/** Reads a file of the kernel's, or where a link points. Below `/sys/fs/cgroup` a path is the stage's view. */
	read(path: string): Promise<Reading>;
	/**
	 * Types one line into a terminal, opening it where it is not, and yields what comes back:
	 * any number of outputs, then one `typed`. Aborting the signal interrupts the command as
	 * Ctrl-C would; `typed` still comes.
	 */
	type(terminal: string, text: string, signal: AbortSignal): AsyncIterable<Output | Typed>;
	/**
	 * Lends the console to a new shell beside the innermost one of this terminal, until that shell has
	 * ended. Rejects where there can be none.
	 */
	visit(terminal: string, console: Console): Promise<void>;
};

/** Safe text: no escape sequences or control characters other than newline and tab; not always whole lines. */
export type Output = { readonly kind: 'output'; readonly text: string };

export type Typed = {
	readonly kind: 'typed';
	/** `$?` of the innermost shell that read the next line. */
	readonly exit: number;
	/** Whether that is another shell than before: one was started inside, or has ended. */
	readonly shell: 'same' | 'entered' | 'left';
	/** That shell's `$PWD`, relative to the sandbox; absolute in a chroot. */
	readonly directory: string;
	/** Lines of output that were too many to keep. */
	readonly dropped: number;
};
