import type { Body } from '../body/body.ts';
import type { Layout } from '../layout.ts';
import type { Pane } from '../pane.ts';
import { linesAbove, linesBelow } from '../pane.ts';
import type { Line } from './line.ts';
import { span, widthOf } from './line.ts';

/** The rule above or below the panes, which tells how much of them is out of sight on that side. */
export function ruleLine({ panes, second }: Body, layout: Layout, side: 'above' | 'below'): Line {
	const [main, other] = panes;
	if (!other) return segment(main, layout.width, side);
	if (second === 'below') return segment(side === 'above' ? main : other, layout.width, side);
	const left = dividerColumn(layout);
	return [
		...segment(main, left, side),
		span(side === 'above' ? '┬' : '┴', 'dim'),
		...segment(other, layout.width - left - 1, side),
	];
}

/** The rule between two panes of which one stands below the other. */
export function middleRule({ panes: [main] }: Body, { width }: Layout): Line {
	return segment(main, width, 'below');
}

export function dividerColumn({ main, margin }: Layout): number {
	return main.width + 2 * margin;
}

function segment(pane: Pane, width: number, side: 'above' | 'below'): Line {
	const count = side === 'above' ? linesAbove(pane) : linesBelow(pane);
	const arrow = side === 'above' ? '↑' : '↓';
	const hint = count === 0 ? [] : [span(` ${arrow} ${count} more `)];
	const rest = Math.max(0, width - widthOf(hint) - 3);
	return [span('─'.repeat(rest), 'dim'), ...hint, span('───', 'dim')];
}
