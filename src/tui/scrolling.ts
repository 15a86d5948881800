import type { Frame } from './frame.ts';
import type { Model } from './model.ts';
import { visitable } from './model.ts';
import { linesBelow } from './pane.ts';
import { resetsOf } from './resets.ts';
import { targetsOf } from './targets.ts';
import type { Overlay, View } from './view.ts';

/** Moves the window of the pane that has the keys; never beyond its lines. */
export function scrollBy(view: View, { panes }: Frame, lines: number): View {
	const [main, side] = panes;
	const isSide = side !== undefined && (view.screen === 'lessons' || view.pane === 'side');
	const pane = isSide ? side : main;
	const last = Math.max(0, pane.lines.length - pane.height);
	const line = clamp(pane.top + lines, last);
	const { overlay } = view;
	if (overlay && 'scroll' in overlay) return { ...view, overlay: { ...overlay, scroll: line } };
	return isSide ? { ...view, sideScroll: line } : { ...view, scroll: line };
}

/** Moves the mark in the list of lessons or steps. */
export function choose(model: Model, lines: number): View {
	const { view, course } = model;
	const { overlay } = view;
	if (overlay && 'selected' in overlay) {
		const selected = clamp(overlay.selected + lines, choicesOf(model, overlay) - 1);
		return { ...view, overlay: { ...overlay, selected } };
	}
	const selected = clamp(view.selected + lines, course.lessons.length - 1);
	return { ...view, selected, sideScroll: 'fresh' };
}

function choicesOf(model: Model, overlay: Choosing): number {
	switch (overlay.kind) {
		case 'jump':
			return targetsOf(model, overlay.query).length;
		case 'reset':
			return resetsOf(model).length;
		case 'visit':
			return visitable(model).length;
	}
}

type Choosing = Extract<Overlay, { readonly selected: number }>;

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
