import type { Layout } from '../layout.ts';
import { plainContent } from '../lines/content.ts';
import type { Line } from '../lines/line.ts';
import { span } from '../lines/line.ts';
import { callsLines, tracingLines } from '../lines/calls.ts';
import type { Drawing } from '../lines/drawing.ts';
import { jumpLines } from '../lines/jump.ts';
import { installLines, keyLines } from '../lines/windows.ts';
import { proofLines } from '../lines/proofs.ts';
import { recallContent } from '../lines/recall.ts';
import { resetLines } from '../lines/reset.ts';
import { visitedLines, visitLines } from '../lines/visit.ts';
import type { Model } from '../model.ts';
import { stepCount, traceOf, visitable } from '../model.ts';
import type { Pane } from '../pane.ts';
import { centred, paneOf, tight, withSpaceAbove } from '../pane.ts';
import type { LessonWindow, RecallWindow } from '../windows.ts';
import type { View } from '../view.ts';
import type { Body } from './body.ts';
import { drawingOf } from './lesson.ts';

/** The title and the text of a window, which takes the place of the screen that it lies over. */
export function windowBody(model: Model, window: LessonWindow, layout: Layout): Body {
	const [title, pane] = partsOf(model, window, layout);
	const line = typeof title === 'string' ? [span(title, 'heading')] : title;
	return { title: line, panes: [pane], second: 'beside' };
}

function partsOf(model: Model, window: LessonWindow, layout: Layout): [string | Line, Pane] {
	const shape = layout.pane;
	const content = (lines: readonly Line[]) =>
		layout.kind === 'linear' ? plainContent(lines) : withSpaceAbove(plainContent(lines));
	switch (window.kind) {
		case 'keys':
			return ['Keys', paneOf(tight(content(keyLines(shape.width)), shape), shape, window.scroll)];
		case 'recall': {
			const recalled = recallContent(window, shape.width);
			const spaced = layout.kind === 'linear' ? recalled : withSpaceAbove(recalled);
			return [
				recallTitle(window, model.view),
				paneOf(tight(spaced, shape), shape, window.scroll, 'fresh'),
			];
		}
		case 'visit': {
			const lines = visitLines(visitable(model), window.selected, shape.width);
			return ['Where to?', centred(content(lines), shape, window.selected)];
		}
		case 'visiting':
			return ['A visit', paneOf(content([]), shape, 0)];
		case 'visited': {
			const { visit } = model.state;
			const lines = visit ? visitedLines(visit, shape.width) : [];
			const title = `Back from ${visit?.terminal ?? 'the visit'}`;
			return [title, paneOf(tight(content(lines), shape), shape, window.scroll)];
		}
		case 'proofs': {
			const drawing = drawingOf(model, layout, shape.width);
			const lines = content(proofLines(window, drawing));
			return ['Prove it', paneOf(tight(lines, shape), shape, window.scroll)];
		}
		case 'calls': {
			const drawing = drawingOf(model, layout, shape.width);
			const lines = content(linesOfCalls(model, window.index, drawing));
			const title = `Under the hood of step ${window.index + 1}`;
			return [title, paneOf(tight(lines, shape), shape, window.scroll)];
		}
		case 'install':
			return ['Install', paneOf(content(installLines(window, shape.width)), shape, 'fresh', 'end')];
		case 'jump': {
			const lines = jumpLines(model, window, shape.width);
			const { query, selected } = window;
			return [searchTitle(query), centred(content(lines), shape, selected)];
		}
		case 'reset':
			return [
				'Reset what?',
				paneOf(content(resetLines(model, window.selected, shape.width)), shape, 0),
			];
	}
}

function linesOfCalls(model: Model, index: number, drawing: Drawing): Line[] {
	const trace = traceOf(model, index);
	const { tracing } = model.state;
	if (trace) {
		return callsLines(trace, drawing);
	}
	return tracingLines(tracing, stepCount(model.state), drawing.width);
}

/** With the place where the next character goes. */
function searchTitle(query: string): Line {
	const hint = query === '' ? [span('type to search', 'dim')] : [];
	return [span(`Go to which step?  ${query}`, 'heading'), span('', 'cursor'), ...hint];
}

function recallTitle({ index, questions }: RecallWindow, { screen }: View): string {
	const what = screen === 'lesson' ? 'Do you remember?' : 'What surprised you';
	return `${what}  ${index + 1} of ${questions.length}`;
}
