import { Text } from 'ink';
import Spinner from 'ink-spinner';
import type { Line, Span } from '../lines/line.ts';
import { theme } from '../theme.ts';

export type LineProps = {
	/** Fits into its place; it is never wrapped. */
	readonly line: Line;
	/** Whether anything may move. */
	readonly motion: boolean;
};

export function LineText({ line, motion }: LineProps) {
	return (
		<Text wrap="truncate">
			{line.length === 0
				? ' '
				: line.map((span, index) => <SpanText key={index} span={span} motion={motion} />)}
		</Text>
	);
}

function SpanText({ span, motion }: { readonly span: Span; readonly motion: boolean }) {
	return (
		<Text {...theme[span.style]}>
			{span.style === 'spinner' && motion ? <Spinner type="dots" /> : span.text}
		</Text>
	);
}
