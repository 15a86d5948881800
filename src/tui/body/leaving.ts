import type { Layout } from '../layout.ts';
import { plainContent } from '../lines/content.ts';
import { blank, hanging, span } from '../lines/line.ts';
import { paneOf } from '../pane.ts';
import type { Body } from './body.ts';

export function leavingBody(layout: Layout): Body {
	const { pane } = layout;
	const lines = [
		...Array.from({ length: Math.max(0, Math.floor(pane.height / 2) - 2) }, () => blank),
		[span('⋯', 'spinner'), span(' Cleaning up…', 'heading')],
		...hanging(
			[span('  ')],
			'The processes, mounts, limits and files of the lesson are being removed.',
			'dim',
			pane.width,
		),
	];
	return {
		title: [span('Containers under the hood', 'heading')],
		panes: [paneOf(plainContent(lines), pane, 0)],
		second: 'beside',
	};
}
