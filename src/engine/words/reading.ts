/** What there is at a path of the kernel's, at one moment. */
export type Reading = {
	/** The path as any terminal of the host calls it. */
	readonly place: string;
	readonly found: 'text' | 'link' | 'gone';
	/** The whole file, where the link points, or a sentence that says why there is nothing. */
	readonly text: string;
};
