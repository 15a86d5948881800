import type { Model, Page } from '../model.ts';
import { nextLesson, openedLesson, stepCount } from '../model.ts';
import { openIn } from '../view.ts';
import type { Line, Span } from './line.ts';
import { cut, justified, span } from './line.ts';
import { markOf } from './marks.ts';

/** The lesson, and how far one is in it. */
export function headerLine(model: Model, page: Page, width: number): Line {
	const lesson = openedLesson(model);
	const left = [
		span(`${lesson?.number ?? ''}`, 'accent'),
		span(`  ${lesson?.title ?? ''}`, 'heading'),
	];
	const place = placeOf(model, page);
	return (
		justified(left, [...marksOf(model, page, ' '), ...place], width) ??
		justified(left, [...marksOf(model, page, ''), ...place], width) ??
		justified(left, place, width) ??
		cut([...place, span('  '), ...left], width)
	);
}

function placeOf(model: Model, page: Page): Line {
	const count = stepCount(model.state);
	if (page.kind === 'ending') {
		return [span(nextLesson(model) ? 'finished' : 'the end', 'good')];
	}
	if (page.kind !== 'step') {
		return [];
	}
	const step = `step ${page.index + 1} of ${count}`;
	const wanted = (openIn(model.view)?.step ?? page.index) + 1;
	return [span(page.onTheWay ? `on the way to step ${wanted}: ${step}` : step, 'dim')];
}

function marksOf({ state }: Model, page: Page, space: string): Line {
	if (page.kind !== 'step') {
		return [];
	}
	return Array.from({ length: stepCount(state) }, (_, index): Span[] => [
		markOf(state, index, page.index),
		span(space),
	])
		.flat()
		.concat(span('  '));
}
