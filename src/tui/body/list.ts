import type { Layout } from '../layout.ts';
import type { Content } from '../lines/content.ts';
import { plainContent } from '../lines/content.ts';
import { lessonDetails, lessonRows } from '../lines/lessons.ts';
import { blank, hanging, justified, span } from '../lines/line.ts';
import type { Model } from '../model.ts';
import { isFinished, selectedLesson } from '../model.ts';
import { centred, paneOf, withSpaceAbove } from '../pane.ts';
import type { Body } from './body.ts';

/** The list of lessons, and what there is to say about the selected one. */
export function listBody(model: Model, layout: Layout): Body {
	const { kind } = layout;
	const shapes = kind === 'wide' ? layout : stacked(model, layout);
	const list = listContent(model, layout, shapes.main.width);
	const lesson = selectedLesson(model);
	const details = lesson ? lessonDetails(model, lesson, shapes.side.width) : [];
	const about = kind === 'wide' ? withSpaceAbove(plainContent(details)) : plainContent(details);
	const selected = list.lines.length - model.course.lessons.length + model.view.selected;
	return {
		title: titleOf(model, layout),
		panes: [centred(list, shapes.main, selected), paneOf(about, shapes.side, 0)],
		second: kind === 'wide' ? 'beside' : 'below',
	};
}

function titleOf({ course, view }: Model, { pane }: Layout) {
	const title = [span('Containers under the hood', 'heading')];
	const model = { course, view, state: course.session.state.get() };
	const done = course.lessons.filter((lesson) => isFinished(model, lesson)).length;
	const count = [span(`${done} of ${course.lessons.length} lessons finished`, 'dim')];
	return justified(title, count, pane.width) ?? title;
}

/** The welcome is left out where it would take the room of the lessons. */
function listContent(model: Model, { kind, pane }: Layout, width: number): Content {
	const rows = plainContent(lessonRows(model, width));
	if (kind === 'linear') return rows;
	const spacious = pane.height >= model.course.lessons.length + 12;
	return withSpaceAbove(
		spacious ? plainContent([...hanging([], welcome, 'dim', width), blank, ...rows.lines]) : rows,
	);
}

const welcome =
	'You build a container by hand, on the kernel of this machine, one real command at a time. All of it is removed again when you leave.';

/** One above the other with a rule between them; the list gets what it needs, up to a limit. */
function stacked(model: Model, layout: Layout) {
	const { pane, kind } = layout;
	const rule = kind === 'linear' ? 0 : 1;
	const wanted = listContent(model, layout, pane.width).lines.length + 1;
	const height = Math.min(wanted, Math.max(3, Math.ceil(pane.height * 0.6)));
	return {
		main: { width: pane.width, height },
		side: { width: pane.width, height: Math.max(0, pane.height - height - rule) },
	};
}
