import type { StepState } from '../../engine/state.ts';
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
import type { Doing } from '../lines/task.ts';
import { untypedLines } from '../lines/terminal.ts';
import type { Model, Page } from '../model.ts';
import { pageOf, recordedOf } from '../model.ts';
import { paneOf, tight, withSpaceAbove } from '../pane.ts';
import type { Body } from './body.ts';

export function lessonBody(model: Model, layout: Layout): Body {
	const page = pageOf(model);
	const title = headerLine(model, page, titleWidth(labelOf(model), layout));
	if (page.kind === 'step')
		return { title, panes: stepPanes(model, page, layout), second: 'beside' };
	const content = plainContent(
		otherLines(model, page, drawingOf(model, layout, layout.pane.width)),
	);
	return {
		title,
		panes: [paneOf(spaced(content, layout), layout.pane, model.view.scroll)],
		second: 'beside',
	};
}

function stepPanes(
	model: Model,
	{ index, step }: Extract<Page, { kind: 'step' }>,
	layout: Layout,
): Body['panes'] {
	const { view, state, course } = model;
	const isWide = layout.kind === 'wide';
	const shape = isWide ? layout.main : layout.pane;
	const isRecorded = course.recordedOn !== undefined || recordedOf(step) !== undefined;
	const drawn = drawingOf(model, layout, shape.width);
	const drawing = { ...drawn, isRecorded };
	const change = changeSection(step, isWide ? { ...drawing, width: layout.side.width } : drawing);
	const opening = index === 0 ? openingLines(state, course.install, drawn) : [];
	const reasonAt = sameReasonAt(state.steps, index);
	const chosen = step.phase === 'waiting' ? view.answer : undefined;
	const { line, isEditing, hints } = view;
	const doing = { line, isEditing, hints };
	const surroundings = { opening, change: isWide ? [] : change, reasonAt, chosen, doing };
	const story = stepContent(step, surroundings, drawing);
	const main = paneOf(tight(spaced(story, layout), shape), shape, view.scroll, newsOf(step, doing));
	if (!isWide) return [main];
	const beside = change.length > 0 ? change : noChangeYet(model, step, layout.side.width);
	return [main, paneOf(spaced(plainContent(beside), layout), layout.side, view.sideScroll)];
}

/** Where the news is: nowhere where nothing ran, at the end of what still grows, or where it began. */
function newsOf({ phase, tried }: StepState, { isEditing, hints }: Doing) {
	if (phase === 'waiting' && (isEditing || hints > 0)) return 'end';
	if (phase === 'waiting' && tried) return 'fresh';
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

function otherLines(model: Model, page: Page, drawing: Drawing) {
	const { state, view } = model;
	const { width } = drawing;
	if (page.kind === 'problem') {
		return hanging([span('✗ ', 'bad')], page.why, 'plain', width);
	}
	if (page.kind === 'ending') {
		return endingLines(model, width);
	}
	return sections(
		[[span('⋯', 'spinner'), span(' Setting the stage…', 'heading')]],
		view.stale === state ? [] : untypedLines(state.setup, drawing),
	);
}

export function drawingOf({ view, course }: Model, { kind }: Layout, width: number): Drawing {
	return {
		width,
		boxes: kind !== 'linear',
		unfolded: view.unfolded,
		isRecorded: course.recordedOn !== undefined,
		elapsed: view.elapsed,
	};
}

function spaced(content: Content, { kind }: Layout): Content {
	return kind === 'linear' ? content : withSpaceAbove(content);
}
