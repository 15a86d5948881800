import type { Provisions } from './provisions.ts';
import type { FileReading } from './reading.ts';
import type { Console } from './console.ts';
import type { Snapshot } from './snapshot.ts';

/** The port through which the engine reaches a machine. `stage/` implements it on this kernel. */
export type Host = AsyncDisposable & {
	readonly provisions: Provisions;
	/** Opens a terminal, as a user opens another window. */
	open(terminal: string): Promise<void>;
	observe(): Promise<Snapshot>;
	/**
	 * Reads a file of the kernel's, or where a link points. A path below `/sys/fs/cgroup` is the
	 * stage's view.
	 */
	read(path: string): Promise<FileReading>;
	/**
	 * Types one line into a terminal, which is opened first where it is not, and yields what comes
	 * back: any number of outputs, then one `typed`. Aborting the signal interrupts the command as
	 * Ctrl-C would; `typed` still comes.
	 */
	type(terminal: string, text: string, signal: AbortSignal): AsyncIterable<Output | Typed>;
	/**
	 * Lends the console to a new shell beside the innermost one of this terminal, until the new shell
	 * has ended. Rejects where no such shell can be started.
	 */
	visit(terminal: string, console: Console): Promise<void>;
};

/**
 * A piece of what a command prints, as safe text: without escape sequences, and without control
 * characters but newline and tab; not always whole lines.
 */
export type Output = { readonly kind: 'output'; readonly text: string };

/** The end of a line that was typed into a terminal. */
export type Typed = {
	readonly kind: 'typed';
	/** `$?` of the innermost shell, which reads the next line. */
	readonly exit: number;
	/**
	 * Whether that shell is the same as before, was entered (one was started inside), or is the outer
	 * one again after the inner one has ended.
	 */
	readonly shell: 'same' | 'entered' | 'left';
	/** `$PWD` of that shell, relative to the sandbox; absolute in a chroot. */
	readonly directory: string;
	/** The number of lines of output that were left out because there were too many. */
	readonly dropped: number;
};
