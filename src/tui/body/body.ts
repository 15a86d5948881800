import type { Line } from '../lines/line.ts';
import type { Pane } from '../pane.ts';

/** What stands between the edges of the screen. */
export type Body = {
	/** One row. */
	readonly title: Line;
	readonly panes: readonly [Pane] | readonly [Pane, Pane];
	/** Where the second pane stands. */
	readonly second: 'beside' | 'below';
};
