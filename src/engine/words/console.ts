/** The learner's own screen and keyboard, lent to a shell for the time of a visit. */
export type Console = {
	/** The value of TERM for it: the kind of terminal that draws the screen. */
	readonly kind: string;
	size(): ConsoleSize;
	/**
	 * Reports what is typed and the new size of the screen, until the returned function is called.
	 */
	listen(typed: (keys: string) => void, resized: (size: ConsoleSize) => void): () => void;
	/** Shows output; resolves when more may be shown. */
	show(output: Uint8Array): Promise<void>;
};

/** The size of a console, in characters. */
export type ConsoleSize = { readonly columns: number; readonly rows: number };
