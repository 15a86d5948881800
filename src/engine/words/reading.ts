/** What was found at a path of the kernel's, at one moment. */
export type FileReading = {
	/** The path by which any terminal of the host reaches it. */
	readonly place: string;
	readonly found: 'text' | 'link' | 'gone';
	/** The whole file, where the link points, or a sentence that says why there is nothing. */
	readonly text: string;
};
