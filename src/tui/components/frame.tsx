import { Box, Text } from 'ink';
import type { Frame } from '../frame.ts';
import type { Line } from '../lines/line.ts';
import { middleRule, ruleLine } from '../lines/rule.ts';
import { titleLine } from '../lines/title.ts';
import { LineText } from './line.tsx';
import { PaneView } from './pane.tsx';

export type FrameProps = {
	readonly frame: Frame;
	readonly motion: boolean;
};

/** The whole screen: a title, panes between rules, and the keys. */
export function FrameView({ frame, motion }: FrameProps) {
	const { layout, bottom } = frame;
	const isLinear = layout.kind === 'linear';
	const row = (line: Line) => <LineText line={line} motion={motion} />;
	return (
		<Box flexDirection="column" width={layout.width} height={layout.height}>
			{row(titleLine(frame))}
			{isLinear ? undefined : row(ruleLine(frame, layout, 'above'))}
			<Panes frame={frame} motion={motion} />
			{isLinear ? undefined : row(ruleLine(frame, layout, 'below'))}
			{row(bottom)}
		</Box>
	);
}

function Panes({ frame, motion }: FrameProps) {
	const { layout, second } = frame;
	const [main, other] = frame.panes;
	const { margin } = layout;
	const beside = second === 'beside';
	return (
		<Box flexDirection={beside ? 'row' : 'column'} flexGrow={1}>
			<PaneView pane={main} margin={margin} motion={motion} />
			{other && layout.kind !== 'linear' ? (
				beside ? (
					<Text dimColor>{Array.from({ length: main.height }, () => '│').join('\n')}</Text>
				) : (
					<LineText line={middleRule(frame, layout)} motion={motion} />
				)
			) : undefined}
			{other ? <PaneView pane={other} margin={margin} motion={motion} /> : undefined}
		</Box>
	);
}
