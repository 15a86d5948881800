import type { Services } from './services.ts';
import { closeWindow } from './calls.ts';
import type { NextAction } from './next-action.ts';
import { emptyDraft } from './draft.ts';
import type { Frame } from './frame.ts';
import { nextLesson, pageOf, placeIn, selectedLesson, visitable } from './model.ts';
import { nextRecalled } from './recall.ts';
import { readingStep, scrollBy } from './scrolling.ts';
import { enter, jumpTo, openAt } from './navigation.ts';
import { reset } from './perform-reset.ts';
import type { FoundStep } from './step-search.ts';
import { foundSteps } from './step-search.ts';
import { goVisiting, repair } from './visit.ts';
import { attemptOf, endEditing } from './task.ts';
import { goToStep, inLesson, leaveLesson, openIn, windowIn, withWindow } from './view.ts';

/** The deed of each thing that the key for going forward may do. */
export function createNextActions(
	services: Services,
): Readonly<Record<NextAction['does'], (frame: Frame) => void>> {
	const { model, update, session } = services;
	return {
		open() {
			const lesson = selectedLesson(model.get());
			if (lesson) {
				enter(services, lesson, placeIn(model.get(), lesson) ?? 0);
			}
		},
		'read on'(frame) {
			update((view) => scrollBy(inLesson(view, { pane: 'main' }), frame, readingStep(frame)));
		},
		run() {
			const page = pageOf(model.get());
			if (page.kind !== 'step') {
				return;
			}
			const { answer, line } = openIn(model.get().view)?.draft ?? emptyDraft;
			update((view) => inLesson(endEditing(view), { scroll: 'fresh', sideScroll: 'fresh' }));
			session.proceed(answer, attemptOf(page.step, line));
			// Without commands there is no result to look at.
			if (page.step.started.commands.length === 0) {
				goOn(services);
			}
		},
		'go on'() {
			goOn(services);
		},
		next() {
			const lesson = nextLesson(model.get());
			if (!lesson) {
				return;
			}
			const selected = model.get().course.lessons.indexOf(lesson);
			update((view) => ({ ...view, selected }));
			enter(services, lesson, placeIn(model.get(), lesson) ?? 0);
		},
		list() {
			update(leaveLesson);
		},
		jump() {
			const window = windowIn(model.get().view);
			if (window?.kind !== 'jump') {
				return;
			}
			const target = foundSteps(model.get(), window.query)[window.selected];
			if (target) {
				goTo(services, target);
			}
		},
		reset() {
			reset(services);
		},
		recall() {
			update((view) =>
				view.window?.kind === 'recall' ? withWindow(view, nextRecalled(view.window)) : view,
			);
		},
		visit() {
			const window = windowIn(model.get().view);
			const terminal = window?.kind === 'visit' && visitable(model.get())[window.selected];
			if (terminal) {
				goVisiting(services, terminal);
			}
		},
		repair() {
			repair(services);
		},
		close() {
			closeWindow(services);
		},
	};
}

function goOn({ model, update, session }: Services): void {
	const { state } = model.get();
	const page = pageOf(model.get());
	if (page.kind !== 'step') {
		return;
	}
	update((view) => goToStep(view, page.index + 1));
	// One that was skipped waits for having been read.
	const isLive = page.index === state.steps.length - 1;
	if (isLive && page.step.phase === 'skipped') {
		session.proceed();
	}
}

/** Within the open lesson, or to another one. */
function goTo(services: Services, { lesson, step }: FoundStep): void {
	const { model, update } = services;
	const { view, state, course } = model.get();
	const selected = course.lessons.indexOf(lesson);
	const isThere = openIn(view)?.id === lesson.id && state.lesson?.lesson === lesson.id;
	if (!isThere || state.problem !== undefined) {
		update((before) => ({ ...before, selected }));
		openAt(services, lesson, step);
		return;
	}
	update((before) => ({ ...before, selected }));
	jumpTo(services, step);
}
