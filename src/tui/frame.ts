import type { AvailableKeys } from './available-keys.ts';
import type { Body } from './body/body.ts';
import type { Label } from './label.ts';
import type { Layout } from './layout.ts';
import type { Line } from './lines/line.ts';
import type { NextAction } from './next-action.ts';

/** One picture of the screen, and what can be done from there. */
export type Frame = Body & {
	readonly label: Label;
	readonly layout: Layout;
	/** The keys, or a sentence that is more urgent. */
	readonly bottom: Line;
	readonly available: AvailableKeys;
	/** What the key for going forward does; undefined where there is nothing to do but wait. */
	readonly next: NextAction | undefined;
	/** Where the terminal's own cursor stands; undefined: it is hidden. */
	readonly cursor: ScreenPosition | undefined;
};

/** Column and row, from 0. */
export type ScreenPosition = { readonly x: number; readonly y: number };
