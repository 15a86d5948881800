/** What the lines of a pane depend on besides the lesson itself. */
export type Drawing = {
	/** Columns; no line is wider. */
	readonly width: number;
	/** False: no boxes and rules, for narrow terminals. */
	readonly boxes: boolean;
	/** True: long output is shown whole. */
	readonly unfolded: boolean;
	/** What is drawn was recorded, and says so. */
	readonly isRecorded: boolean;
	/** Seconds for which the current command has been running. */
	readonly elapsed: number;
};
