import type { Body } from './body/body.ts';
import { cursorOf, type Place } from './cursor.ts';
import { leavingBody } from './body/leaving.ts';
import { lessonBody } from './body/lesson.ts';
import { listBody } from './body/list.ts';
import { overlayBody } from './body/overlay.ts';
import type { Forward } from './forward.ts';
import { forwardOf } from './forward.ts';
import type { Label } from './label.ts';
import { labelOf } from './label.ts';
import type { Layout, Size } from './layout.ts';
import { layoutOf } from './layout.ts';
import { keyLine, noticeLine } from './lines/bottom.ts';
import type { Line } from './lines/line.ts';
import { cut } from './lines/line.ts';
import type { Model } from './model.ts';
import type { Offers } from './offers.ts';
import { offersOf } from './offers.ts';

/** One picture of the screen, and what can be done from there. */
export type Frame = Body & {
	readonly label: Label;
	readonly layout: Layout;
	/** The keys, or a sentence that is more urgent. */
	readonly bottom: Line;
	readonly offers: Offers;
	readonly forward: Forward | undefined;
	/** Where the terminal's own cursor stands; undefined: it is hidden. */
	readonly cursor: Place | undefined;
};

export function frameOf(model: Model, size: Size): Frame {
	const layout = layoutOf(size);
	const body = bodyOf(model, layout);
	const forward = forwardOf(model, body.panes[0]);
	const offers = offersOf(model, body.panes, forward);
	const { notice } = model.view;
	const bottom = notice === undefined ? keyLine(offers, layout) : noticeLine(notice, layout);
	const label = labelOf(model);
	const title = cut(body.title, layout.pane.width);
	const drawn = { ...body, title, label, layout, forward, offers, bottom };
	return { ...drawn, cursor: cursorOf(model.view, drawn) };
}

function bodyOf(model: Model, layout: Layout): Body {
	const { isLeaving, overlay, screen } = model.view;
	if (isLeaving) return leavingBody(layout);
	if (overlay) return overlayBody(model, overlay, layout);
	return screen === 'lessons' ? listBody(model, layout) : lessonBody(model, layout);
}
