import { availableKeys } from './available-keys.ts';
import type { Body } from './body/body.ts';
import { leavingBody } from './body/leaving.ts';
import { lessonBody } from './body/lesson.ts';
import { listBody } from './body/list.ts';
import { windowBody } from './body/window.ts';
import { cursorOf } from './cursor.ts';
import type { Frame } from './frame.ts';
import { labelOf } from './label.ts';
import { type Layout, layoutOf, type Size } from './layout.ts';
import { keyLine, noticeLine } from './lines/bottom.ts';
import { cut } from './lines/line.ts';
import type { Model } from './model.ts';
import { nextAction } from './next-action.ts';
import { noticeIn } from './view.ts';

/** The picture of a model on a screen of this size. */
export function frameOf(model: Model, size: Size): Frame {
	const layout = layoutOf(size);
	const body = bodyOf(model, layout);
	const next = nextAction(model, body.panes[0]);
	const available = availableKeys(model, body.panes, next);
	const notice = noticeIn(model.view);
	const bottom = notice === undefined ? keyLine(available, layout) : noticeLine(notice, layout);
	const label = labelOf(model);
	const title = cut(body.title, layout.pane.width);
	const drawn = { ...body, title, label, layout, next, available, bottom };
	return { ...drawn, cursor: cursorOf(model.view, drawn) };
}

function bodyOf(model: Model, layout: Layout): Body {
	const { view } = model;
	if (view.screen === 'leaving') {
		return leavingBody(layout);
	}
	if (view.window) {
		return windowBody(model, view.window, layout);
	}
	return view.screen === 'list'
		? listBody(model, view, layout)
		: lessonBody(model, view.open, layout);
}
