import { sentence } from '../text/sentence.ts';
import type { Means } from './actions.ts';
import { closeWindow } from './calls.ts';
import type { LessonSummary } from './course.ts';
import type { Forward } from './forward.ts';
import type { Frame } from './frame.ts';
import { nextLesson, pageOf, placeIn, selectedLesson, visitable } from './model.ts';
import { nextRecalled, recallBefore } from './recall.ts';
import { readingStep, scrollBy } from './scrolling.ts';
import { reset } from './resetting.ts';
import type { Target } from './targets.ts';
import { targetsOf } from './targets.ts';
import { goVisiting, repair } from './visit.ts';
import { attemptOf } from './task.ts';
import { failToOpen, goToStep, openLesson } from './view.ts';

/** What going forward does, by what it is at the moment. */
export function createForwards(
	means: Means,
): Readonly<Record<Forward['does'], (frame: Frame) => void>> {
	const { model, update } = means;
	return {
		open() {
			const lesson = selectedLesson(model.get());
			if (lesson) enter(means, lesson, placeIn(model.get(), lesson) ?? 0);
		},
		'read on'(frame) {
			update((view) => scrollBy({ ...view, pane: 'main' }, frame, readingStep(frame)));
		},
		run() {
			const page = pageOf(model.get());
			if (page.kind !== 'step') return;
			const { view, course } = model.get();
			update((before) => ({ ...before, isEditing: false, scroll: 'fresh', sideScroll: 'fresh' }));
			course.session.proceed(view.answer, attemptOf(page.step, view.line));
			// Without commands there is no result to look at.
			if (page.step.started.commands.length === 0) goOn(means);
		},
		'go on'() {
			goOn(means);
		},
		next() {
			const lesson = nextLesson(model.get());
			if (!lesson) return;
			const selected = model.get().course.lessons.indexOf(lesson);
			update((view) => ({ ...view, selected, isOpen: false }));
			enter(means, lesson, placeIn(model.get(), lesson) ?? 0);
		},
		list() {
			update((view) => ({ ...view, screen: 'lessons', isOpen: false, sideScroll: 'fresh' }));
		},
		jump() {
			const { overlay } = model.get().view;
			if (overlay?.kind !== 'jump') return;
			const target = targetsOf(model.get(), overlay.query)[overlay.selected];
			if (target) goTo(means, target);
		},
		reset() {
			reset(means);
		},
		recall() {
			update((view) =>
				view.overlay?.kind === 'recall' ? { ...view, overlay: nextRecalled(view.overlay) } : view,
			);
		},
		visit() {
			const { overlay } = model.get().view;
			const terminal = overlay?.kind === 'visit' && visitable(model.get())[overlay.selected];
			if (terminal) goVisiting(means, terminal);
		},
		repair() {
			repair(means);
		},
		close() {
			closeWindow(means);
		},
	};
}

/** Goes back into the lesson that is open, or opens this one at this step. */
export function enter(means: Means, lesson: LessonSummary, step: number): void {
	const { model, update } = means;
	const { view, state, course } = model.get();
	const isThere = view.lesson === lesson.id && state.problem === undefined && !state.finished;
	if (view.isOpen && isThere) {
		update((before) => ({ ...before, screen: 'lesson' }));
		return;
	}
	openAt(means, lesson, step);
	if (step === 0) update((before) => recallBefore(lesson.id, course, before));
}

/** Opens the lesson on a sandbox of its own, and performs what comes before this step. */
export function openAt({ model, update }: Means, lesson: LessonSummary, step: number): void {
	const { state, course } = model.get();
	update((before) => openLesson(before, lesson.id, step, state));
	course.session.open(lesson.id, lesson.steps[step]?.id).catch((error: unknown) => {
		update((before) => failToOpen(before, sentence(error)));
	});
}

function goOn({ model, update }: Means): void {
	const { state, course } = model.get();
	const page = pageOf(model.get());
	if (page.kind !== 'step') return;
	update((view) => goToStep(view, page.index + 1));
	// One that was skipped waits for having been read.
	const isLive = page.index === state.steps.length - 1;
	if (isLive && page.step.phase === 'skipped') course.session.proceed();
}

/** Within the open lesson, or to another one. */
function goTo(means: Means, { lesson, step }: Target): void {
	const { model, update } = means;
	const { view, state, course } = model.get();
	const selected = course.lessons.indexOf(lesson);
	const isThere = view.isOpen && view.lesson === lesson.id && state.lesson?.lesson === lesson.id;
	if (!isThere || state.problem !== undefined) {
		update((before) => ({ ...before, selected }));
		openAt(means, lesson, step);
		return;
	}
	update((before) => ({ ...before, screen: 'lesson', selected }));
	jumpTo(means, step);
}

/** What has already started is looked at; what has not is got to by performing what comes before. */
export function jumpTo({ model, update }: Means, index: number): void {
	const { state, course } = model.get();
	const live = state.steps.length - 1;
	if (index <= live) {
		update((view) => goToStep(view, index));
		return;
	}
	update((view) => goToStep(view, index, live));
	course.session.jump(index);
}
