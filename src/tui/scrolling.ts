import type { Frame } from './frame.ts';
import type { Model } from './model.ts';
import { stepCount, visitable } from './model.ts';
import { linesBelow } from './pane.ts';
import type { View } from './view.ts';

/** Moves the window of the pane that has the keys; never beyond its lines. */
export function scrollBy(view: View, { panes }: Frame, lines: number): View {
	const [main, side] = panes;
	const isSide = side !== undefined && (view.screen === 'lessons' || view.pane === 'side');
	const pane = isSide ? side : main;
	const last = Math.max(0, pane.lines.length - pane.height);
	const line = clamp(pane.top + lines, last);
	const { overlay } = view;
	if (overlay && 'scroll' in overlay) {
		return { ...view, overlay: { ...overlay, scroll: line } };
	}
	return isSide ? { ...view, sideScroll: line } : { ...view, scroll: line };
}

/** Moves the mark in the list of lessons or steps. */
export function choose({ view, state, course }: Model, lines: number): View {
	if (view.overlay?.kind === 'jump') {
		const selected = clamp(view.overlay.selected + lines, stepCount(state) - 1);
		return { ...view, overlay: { ...view.overlay, selected } };
	}
	if (view.overlay?.kind === 'visit') {
		const last = visitable({ view, state, course }).length - 1;
		const selected = clamp(view.overlay.selected + lines, last);
		return { ...view, overlay: { ...view.overlay, selected } };
	}
	const selected = clamp(view.selected + lines, course.lessons.length - 1);
	return { ...view, selected, sideScroll: 'fresh' };
}

function clamp(value: number, last: number): number {
	return Math.max(0, Math.min(value, last));
}

/** As a page, or to the end where that is no further than the lines that have not been seen yet. */
export function readingStep(frame: Frame): number {
	const [main] = frame.panes;
	const below = linesBelow(main);
	return below <= main.height ? below : pageHeight(frame);
}

/** Two lines of the page before stay in sight. */
export function pageHeight({ panes: [main] }: Frame): number {
	return Math.max(1, main.height - 2);
}
