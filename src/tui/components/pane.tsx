import { Box } from 'ink';
import type { Pane } from '../pane.ts';
import { LineText } from './line.tsx';

export type PaneProps = {
	readonly pane: Pane;
	/** Empty columns at the left and at the right. */
	readonly margin: number;
	readonly motion: boolean;
};

/** The visible window of a pane's lines. */
export function PaneView({ pane, margin, motion }: PaneProps) {
	const { lines, top, height, width } = pane;
	return (
		<Box
			flexDirection="column"
			flexShrink={0}
			width={width + 2 * margin}
			height={height}
			paddingX={margin}
		>
			{lines.slice(top, top + height).map((line, index) => (
				<LineText key={top + index} line={line} motion={motion} />
			))}
		</Box>
	);
}
