/** The learner's own screen and keyboard, lent to a shell for the time of a visit. */
export type Console = {
	/** TERM of whatever draws it. */
	readonly kind: string;
	size(): ConsoleSize;
	/** Tells what is typed and how large the screen becomes, until the function it returns is called. */
	listen(typed: (keys: string) => void, resized: (size: ConsoleSize) => void): () => void;
	/** Resolves when more may be shown. */
	show(output: Uint8Array): Promise<void>;
};

export type ConsoleSize = { readonly columns: number; readonly rows: number };
