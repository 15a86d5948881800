import type { StepState } from '../../engine/run/state.ts';
import { labelOf, titleWidth } from '../label.ts';
import type { Layout } from '../layout.ts';
import type { Content } from '../lines/content.ts';
import { plainContent } from '../lines/content.ts';
import type { Drawing } from '../lines/drawing.ts';
import { endingLines } from '../lines/ending.ts';
import { headerLine } from '../lines/header.ts';
import { hanging, section, sections, span } from '../lines/line.ts';
import { sameReasonAt } from '../lines/outcome.ts';
import { openingLines } from '../lines/opening.ts';
import { changeSection, stepContent } from '../lines/step.ts';
import { untypedLines } from '../lines/terminal.ts';
import type { Draft } from '../draft.ts';
import type { Model, Page } from '../model.ts';
import { pageOf, recordedOf } from '../model.ts';
import type { OpenLesson } from '../open-lesson.ts';
import { paneOf, tight, withSpaceAbove } from '../pane.ts';
import { openIn } from '../view.ts';
import type { Body } from './body.ts';

/** The page of the lesson that is open. */
export function lessonBody(model: Model, open: OpenLesson, layout: Layout): Body {
	const page = pageOf(model);
	const title = headerLine(model, page, titleWidth(labelOf(model), layout));
	if (page.kind === 'step') {
		return { title, panes: stepPanes(model, open, page, layout), second: 'beside' };
	}
	const content = plainContent(
		otherLines(model, open, page, drawingOf(model, layout, layout.pane.width)),
	);
	return {
		title,
		panes: [paneOf(spaced(content, layout), layout.pane, open.scroll)],
		second: 'beside',
	};
}

function stepPanes(
	model: Model,
	{ draft, scroll, sideScroll }: OpenLesson,
	{ index, step }: Extract<Page, { kind: 'step' }>,
	layout: Layout,
): Body['panes'] {
	const { state, course } = model;
	const isWide = layout.kind === 'wide';
	const shape = isWide ? layout.main : layout.pane;
	const isRecorded = course.recordedOn !== undefined || recordedOf(step) !== undefined;
	const drawn = drawingOf(model, layout, shape.width);
	const drawing = { ...drawn, isRecorded };
	const change = changeSection(step, isWide ? { ...drawing, width: layout.side.width } : drawing);
	const opening = index === 0 ? openingLines(state, course.suggestion, drawn) : [];
	const reasonAt = sameReasonAt(state.steps, index);
	const chosen = step.phase === 'waiting' ? draft.answer : undefined;
	const surroundings = { opening, change: isWide ? [] : change, reasonAt, chosen, draft };
	const story = stepContent(step, surroundings, drawing);
	const main = paneOf(tight(spaced(story, layout), shape), shape, scroll, newsOf(step, draft));
	if (!isWide) {
		return [main];
	}
	const beside = change.length > 0 ? change : noChangeYet(model, step, layout.side.width);
	return [main, paneOf(spaced(plainContent(beside), layout), layout.side, sideScroll)];
}

/** Where the news is: nowhere where nothing ran, at the end of what still grows, or where it began. */
function newsOf({ phase, tried }: StepState, { line, hints }: Draft) {
	if (phase === 'waiting' && (line?.hasKeys === true || hints > 0)) {
		return 'end';
	}
	if (phase === 'waiting' && tried) {
		return 'fresh';
	}
	return phase === 'waiting' || phase === 'skipped'
		? 'beginning'
		: phase === 'running'
			? 'end'
			: 'fresh';
}

function noChangeYet({ course }: Model, { phase }: StepState, width: number) {
	const promise = course.recordedOn
		? 'What this step changed appears here when it is shown.'
		: 'What this step changes on your machine appears here when it has run.';
	return phase === 'waiting' || phase === 'running'
		? section('Before and after', hanging([], promise, 'dim', width), width)
		: [];
}

function otherLines(model: Model, open: OpenLesson, page: Page, drawing: Drawing) {
	const { state } = model;
	const { width } = drawing;
	if (page.kind === 'problem') {
		return hanging([span('✗ ', 'bad')], page.why, 'plain', width);
	}
	if (page.kind === 'ending') {
		return endingLines(model, width);
	}
	return sections(
		[[span('⋯', 'spinner'), span(' Setting the stage…', 'heading')]],
		open.stale === state ? [] : untypedLines(state.setup, drawing),
	);
}

/** How to draw what the model has at this width, in this layout. */
export function drawingOf(
	{ view, course, elapsed }: Model,
	{ kind }: Layout,
	width: number,
): Drawing {
	return {
		width,
		boxes: kind !== 'linear',
		unfolded: openIn(view)?.unfolded === true,
		isRecorded: course.recordedOn !== undefined,
		elapsed,
	};
}

function spaced(content: Content, { kind }: Layout): Content {
	return kind === 'linear' ? content : withSpaceAbove(content);
}
