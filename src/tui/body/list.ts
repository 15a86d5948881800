import type { Origin } from '../../engine/words/origin.ts';
import { describeOrigin } from '../../report/origin.ts';
import type { LessonSummary } from '../course.ts';
import type { Layout } from '../layout.ts';
import type { Content } from '../lines/content.ts';
import { plainContent } from '../lines/content.ts';
import { lessonDetails, lessonRows } from '../lines/lessons.ts';
import type { Line } from '../lines/line.ts';
import { blank, hanging, justified, span } from '../lines/line.ts';
import type { Model } from '../model.ts';
import { isFinished, selectedLesson } from '../model.ts';
import { centred, paneOf, withSpaceAbove } from '../pane.ts';
import type { ListView } from '../view.ts';
import type { Body } from './body.ts';

/** The list of lessons, and what there is to say about the selected one. */
export function listBody(model: Model, view: ListView, layout: Layout): Body {
	const isWide = layout.kind === 'wide';
	const shapes = isWide ? layout : stacked(model, layout);
	const list = listContent(model, layout, shapes.main.width, !isWide);
	const selected = list.lines.length - model.course.lessons.length + view.selected;
	const details = plainContent(detailsOf(model, selectedLesson(model), shapes.side.width));
	const about = isWide ? withSpaceAbove(details) : details;
	return {
		title: titleOf(model, layout),
		panes: [centred(list, shapes.main, selected), paneOf(about, shapes.side, view.detailsScroll)],
		second: isWide ? 'beside' : 'below',
	};
}

function titleOf(model: Model, { pane }: Layout): Line {
	const { lessons } = model.course;
	const title = [span('Containers under the hood', 'heading')];
	const done = lessons.filter((lesson) => isFinished(model, lesson)).length;
	const count = [span(`${done} of ${lessons.length} lessons finished`, 'dim')];
	return justified(title, count, pane.width) ?? title;
}

/** One above the other with a rule between them; the list gets what it needs, up to a limit. */
function stacked(model: Model, layout: Layout) {
	const { width, height } = layout.pane;
	const rule = layout.kind === 'linear' ? 0 : 1;
	const wanted = listContent(model, layout, width, true).lines.length + 1;
	const above = Math.min(wanted, Math.max(1, Math.ceil(height * 0.6)));
	return {
		main: { width, height: above },
		side: { width, height: Math.max(0, height - above - rule) },
	};
}

/** @param shared the details need room in the same column, more than the welcome does */
function listContent(model: Model, layout: Layout, width: number, shared: boolean): Content {
	const rows = lessonRows(model, width);
	if (layout.kind === 'linear') {
		return plainContent(rows);
	}
	const { recordedOn } = model.course;
	const words = recordedOn ? recordingOf(recordedOn) : welcome;
	const greeting = [...hanging([], words, 'dim', width), blank];
	const needed = greeting.length + rows.length + (shared ? roomForDetails : 0);
	return withSpaceAbove(plainContent(needed > layout.pane.height ? rows : [...greeting, ...rows]));
}

function detailsOf(model: Model, lesson: LessonSummary | undefined, width: number): Line[] {
	return lesson ? lessonDetails(model, lesson, width) : [];
}

/** With the space and the rule above it. */
const roomForDetails = 10;

function recordingOf(on: Origin): string {
	return `A recording of the lessons. Nothing runs on this machine; all of it ran on ${describeOrigin(on)}.`;
}

const welcome =
	'Build a container by hand, on the kernel of this machine, one real command at a time. All of it is removed when you leave.';
