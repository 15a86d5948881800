/** What a step changed, in words: the screen's "before and after". */
export type Difference = readonly Section[];

export type Section = {
	/** `files`, `processes`, `container-1 sees`, `namespaces`, `mounts`, `limits`. */
	readonly name: string;
	/** Empty: this step changed nothing here. */
	readonly rows: readonly Row[];
	/** What stayed, folded into a phrase: `4 of ours, 83 of the host`. */
	readonly unchanged: string;
};

export type Row = {
	/** Appeared, went, changed. */
	readonly sign: '+' | '-' | '~';
	/** What: `2451 tail -f a.txt`. */
	readonly subject: string;
	/** How: `inside it is process 1`, `100000 of 100000 µs (was no limit)`. May be empty. */
	readonly detail: string;
};
