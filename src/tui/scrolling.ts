import type { Frame } from './frame.ts';
import type { Model } from './model.ts';
import { visitable } from './model.ts';
import { linesBelow } from './pane.ts';
import { resetsOf } from './reset-choices.ts';
import { foundSteps } from './step-search.ts';
import { changeWindow, inLesson, type ShownView } from './view.ts';
import type { LessonWindow } from './windows.ts';

/** Moves the window or pane that has the keys by these lines, and never beyond its own. */
export function scrollBy(view: ShownView, { panes }: Frame, lines: number): ShownView {
	const [main, side] = panes;
	const isSide = side !== undefined && (view.screen === 'list' || view.open.pane === 'side');
	const pane = isSide ? side : main;
	const last = Math.max(0, pane.lines.length - pane.height);
	const scroll = clamp(pane.top + lines, last);
	if (view.window && 'scroll' in view.window) {
		return changeWindow(view, (window) => ('scroll' in window ? { ...window, scroll } : window));
	}
	if (view.screen === 'lesson') {
		return inLesson(view, isSide ? { sideScroll: scroll } : { scroll });
	}
	return { ...view, detailsScroll: scroll };
}

/** Moves the mark in the list of lessons, or in that of the window, by these lines. */
export function choose(model: Model, view: ShownView, lines: number): ShownView {
	if (view.window && 'selected' in view.window) {
		const last = choicesIn(model, view.window) - 1;
		const selected = clamp(view.window.selected + lines, last);
		return changeWindow(view, (window) =>
			'selected' in window ? { ...window, selected } : window,
		);
	}
	const selected = clamp(view.selected + lines, model.course.lessons.length - 1);
	return view.screen === 'list' ? { ...view, selected, detailsScroll: 'fresh' } : view;
}

function choicesIn(model: Model, window: ChoosingWindow): number {
	switch (window.kind) {
		case 'jump':
			return foundSteps(model, window.query).length;
		case 'reset':
			return resetsOf(model).length;
		case 'visit':
			return visitable(model).length;
	}
}

type ChoosingWindow = Extract<LessonWindow, { readonly selected: number }>;

function clamp(value: number, last: number): number {
	return Math.max(0, Math.min(value, last));
}

/** The lines of a page, or to the end where that is no further than the lines that have not been seen yet. */
export function readingStep(frame: Frame): number {
	const [main] = frame.panes;
	const below = linesBelow(main);
	return below <= main.height ? below : pageHeight(frame);
}

/** The lines of a page; two of the page before stay in sight. */
export function pageHeight({ panes: [main] }: Frame): number {
	return Math.max(1, main.height - 2);
}
