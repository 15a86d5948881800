import type { Line } from './line.ts';

/** What one pane shows, through a window of it. */
export type Content = {
	readonly lines: readonly Line[];
	/** The first line of what happens, or has happened, when the step runs. */
	readonly fresh: number;
	/** How many lines have to be seen before the step may run. */
	readonly shown: number;
};

export function plainContent(lines: readonly Line[]): Content {
	return { lines, fresh: 0, shown: 0 };
}
