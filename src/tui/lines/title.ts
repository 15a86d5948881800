import type { Frame } from '../frame.ts';
import { markInTitle, titleWidth } from '../label.ts';
import { linesBelow } from '../pane.ts';
import type { Line } from './line.ts';
import { cut, justified, span } from './line.ts';

/** The first row. Without rules, what is out of sight is told here, and that what is in sight was recorded. */
export function titleLine({
	title,
	label,
	layout,
	panes,
}: Pick<Frame, 'title' | 'label' | 'layout' | 'panes'>): Line {
	if (layout.kind !== 'linear') {
		return [span(' '.repeat(layout.margin)), ...title];
	}
	const mark = label.above.length > 0 ? [span(markInTitle, 'heading')] : [];
	const left = [...mark, ...cut(title, titleWidth(label, layout))];
	const below = linesBelow(panes[0]);
	return (below > 0 && justified(left, [span(`↓ ${below}`)], layout.width)) || left;
}
