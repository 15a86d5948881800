import type { StepState } from '../../engine/state.ts';
import type { Layout } from '../layout.ts';
import type { Content } from '../lines/content.ts';
import { plainContent } from '../lines/content.ts';
import type { Drawing } from '../lines/drawing.ts';
import { endingLines } from '../lines/ending.ts';
import { headerLine } from '../lines/header.ts';
import { hanging, section, sections, span } from '../lines/line.ts';
import { openingLines } from '../lines/opening.ts';
import { changeSection, stepContent } from '../lines/step.ts';
import { untypedLines } from '../lines/terminal.ts';
import type { Model, Page } from '../model.ts';
import { pageOf } from '../model.ts';
import { paneOf, withSpaceAbove } from '../pane.ts';
import type { Body } from './body.ts';

export function lessonBody(model: Model, layout: Layout): Body {
	const page = pageOf(model);
	const title = headerLine(model, page, layout.pane.width);
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
	const drawing = drawingOf(model, layout, shape.width);
	const change = changeSection(step, isWide ? layout.side.width : shape.width);
	const opening = index === 0 ? openingLines(state, course.install, drawing) : [];
	const story = stepContent(step, opening, isWide ? [] : change, drawing);
	const main = paneOf(spaced(story, layout), shape, view.scroll, newsOf(step));
	if (!isWide) return [main];
	const beside = change.length > 0 ? change : noChangeYet(step, layout.side.width);
	return [main, paneOf(spaced(plainContent(beside), layout), layout.side, view.sideScroll)];
}

/** Where the news is: nowhere yet, at the end of what still grows, or where it began. */
function newsOf({ phase }: StepState) {
	return phase === 'waiting' ? 'beginning' : phase === 'running' ? 'end' : 'fresh';
}

function noChangeYet({ phase }: StepState, width: number) {
	return phase === 'waiting' || phase === 'running'
		? section(
				'Before and after',
				hanging(
					[],
					'What this step changes on your machine appears here when it has run.',
					'dim',
					width,
				),
				width,
			)
		: [];
}

function otherLines({ state, course, view }: Model, page: Page, drawing: Drawing) {
	const { width } = drawing;
	if (page.kind === 'problem') {
		return hanging([span('✗ ', 'bad')], page.why, 'plain', width);
	}
	if (page.kind === 'ending') {
		const place = course.lessons.findIndex(({ id }) => id === view.lesson);
		return endingLines(state, course.lessons[place + 1], width);
	}
	return sections(
		[[span('⋯', 'spinner'), span(' Setting the stage…', 'heading')]],
		view.stale === state ? [] : untypedLines(state.setup, drawing),
	);
}

function drawingOf({ view }: Model, { kind }: Layout, width: number): Drawing {
	return { width, boxes: kind !== 'linear', unfolded: view.unfolded, elapsed: view.elapsed };
}

function spaced(content: Content, { kind }: Layout): Content {
	return kind === 'linear' ? content : withSpaceAbove(content);
}
