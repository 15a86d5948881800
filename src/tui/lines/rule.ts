import { columnsOf } from '../../report/columns.ts';
import type { Body } from '../body/body.ts';
import type { Label } from '../label.ts';
import type { Layout } from '../layout.ts';
import type { Pane } from '../pane.ts';
import { linesAbove, linesBelow } from '../pane.ts';
import type { Line } from './line.ts';
import { span, widthOf } from './line.ts';

/** The rule above or below the panes, which tells how much of them is out of sight on that side. */
export function ruleLine(
	{ panes, second, label }: Body & { readonly label: Label },
	layout: Layout,
	side: 'above' | 'below',
): Line {
	const [main, other] = panes;
	const words = label[side];
	if (!other) {
		return segment(main, layout.width, side, words);
	}
	if (second === 'below') {
		return segment(side === 'above' ? main : other, layout.width, side, words);
	}
	const left = dividerColumn(layout);
	return [
		...segment(main, left, side, words),
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

/** @param words what the rule says; the first that fits, or nothing */
function segment(
	pane: Pane,
	width: number,
	side: 'above' | 'below',
	words: readonly string[] = [],
): Line {
	const count = side === 'above' ? linesAbove(pane) : linesBelow(pane);
	const arrow = side === 'above' ? '↑' : '↓';
	const hint = count === 0 ? [] : [span(` ${arrow} ${count} more `)];
	const room = Math.max(0, width - widthOf(hint) - 3);
	const word = words.find((one) => columnsOf(one) + shortest <= room);
	if (word === undefined) {
		return [span('─'.repeat(room), 'dim'), ...hint, span('───', 'dim')];
	}
	const rest = '─'.repeat(room - columnsOf(word) - 4);
	return [
		...[span('── ', 'dim'), span(word, 'heading'), span(` ${rest}`, 'dim')],
		...[...hint, span('───', 'dim')],
	];
}

/** Of a rule with words in it, without them. */
const shortest = 6;
