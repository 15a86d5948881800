import type { Layout } from '../layout.ts';
import { plainContent } from '../lines/content.ts';
import type { Line } from '../lines/line.ts';
import { span } from '../lines/line.ts';
import { callsLines, tracingLines } from '../lines/calls.ts';
import type { Drawing } from '../lines/drawing.ts';
import { jumpLines } from '../lines/jump.ts';
import { installLines, keyLines } from '../lines/overlays.ts';
import { proofLines } from '../lines/proofs.ts';
import { recallContent } from '../lines/recall.ts';
import { resetLines } from '../lines/reset.ts';
import { visitedLines, visitLines } from '../lines/visit.ts';
import type { Model } from '../model.ts';
import { stepCount, traceOf, visitable } from '../model.ts';
import type { Pane } from '../pane.ts';
import { centred, paneOf, tight, withSpaceAbove } from '../pane.ts';
import type { Overlay, Recalling } from '../view.ts';
import type { Body } from './body.ts';
import { drawingOf } from './lesson.ts';

export function overlayBody(model: Model, overlay: Overlay, layout: Layout): Body {
	const [title, pane] = partsOf(model, overlay, layout);
	const line = typeof title === 'string' ? [span(title, 'heading')] : title;
	return { title: line, panes: [pane], second: 'beside' };
}

function partsOf(model: Model, overlay: Overlay, layout: Layout): [string | Line, Pane] {
	const shape = layout.pane;
	const content = (lines: readonly Line[]) =>
		layout.kind === 'linear' ? plainContent(lines) : withSpaceAbove(plainContent(lines));
	switch (overlay.kind) {
		case 'keys':
			return ['Keys', paneOf(tight(content(keyLines(shape.width)), shape), shape, overlay.scroll)];
		case 'recall': {
			const recalled = recallContent(overlay, shape.width);
			const spaced = layout.kind === 'linear' ? recalled : withSpaceAbove(recalled);
			return [recallTitle(overlay), paneOf(tight(spaced, shape), shape, overlay.scroll, 'fresh')];
		}
		case 'visit': {
			const lines = visitLines(visitable(model), overlay.selected, shape.width);
			return ['Where to?', centred(content(lines), shape, overlay.selected)];
		}
		case 'visiting':
			return ['A visit', paneOf(content([]), shape, 0)];
		case 'visited': {
			const { visit } = model.state;
			const lines = visit ? visitedLines(visit, shape.width) : [];
			const title = `Back from ${visit?.terminal ?? 'the visit'}`;
			return [title, paneOf(tight(content(lines), shape), shape, overlay.scroll)];
		}
		case 'proofs': {
			const drawing = drawingOf(model, layout, shape.width);
			const lines = content(proofLines(overlay, drawing));
			return ['Prove it', paneOf(tight(lines, shape), shape, overlay.scroll)];
		}
		case 'calls': {
			const drawing = drawingOf(model, layout, shape.width);
			const lines = content(linesOfCalls(model, overlay.index, drawing));
			const title = `Under the hood of step ${overlay.index + 1}`;
			return [title, paneOf(tight(lines, shape), shape, overlay.scroll)];
		}
		case 'install':
			return [
				'Install',
				paneOf(content(installLines(overlay, shape.width)), shape, 'fresh', 'end'),
			];
		case 'jump': {
			const lines = jumpLines(model, overlay, shape.width);
			const { query, selected } = overlay;
			return [searchTitle(query), centred(content(lines), shape, selected)];
		}
		case 'reset':
			return [
				'Reset what?',
				paneOf(content(resetLines(model, overlay.selected, shape.width)), shape, 0),
			];
	}
}

function linesOfCalls(model: Model, index: number, drawing: Drawing): Line[] {
	const trace = traceOf(model, index);
	const { tracing } = model.state;
	if (trace) return callsLines(trace, drawing);
	return tracingLines(tracing, stepCount(model.state), drawing.width);
}

/** With the place where the next character goes. */
function searchTitle(query: string): Line {
	const hint = query === '' ? [span('type to search', 'dim')] : [];
	return [span(`Go to which step?  ${query}`, 'heading'), span('', 'cursor'), ...hint];
}

function recallTitle({ before, index, questions }: Recalling): string {
	const what = before === 'lesson' ? 'Do you remember?' : 'What surprised you';
	return `${what}  ${index + 1} of ${questions.length}`;
}
