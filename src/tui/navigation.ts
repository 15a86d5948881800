import type { LessonSummary } from './course.ts';
import { askAgain } from './recall.ts';
import type { Services } from './services.ts';
import { backToLesson, goToStep, openIn, openLesson } from './view.ts';

/** Goes back into the lesson if it is the one that is open, else opens it at this step (an index). */
export function enter(services: Services, lesson: LessonSummary, step: number): void {
	const { model, update } = services;
	const { view, state } = model.get();
	const isOpen = openIn(view)?.id === lesson.id;
	if (isOpen && state.problem === undefined && !state.finished) {
		update(backToLesson);
		return;
	}
	startAt(services, lesson, step);
}

/** Opens the lesson anew at this step (an index); at the first one with questions of earlier lessons. */
export function startAt(services: Services, lesson: LessonSummary, step: number): void {
	const { update, memory } = services;
	openAt(services, lesson, step);
	if (step === 0) {
		update((view) => askAgain(view, memory?.opening(lesson.id)));
	}
}

/** Opens the lesson on a sandbox of its own, and performs what comes before this step (an index). */
export function openAt(
	{ model, update, session }: Services,
	lesson: LessonSummary,
	step: number,
): void {
	const { state } = model.get();
	update((before) => openLesson(before, lesson.id, step, state));
	void session.open(lesson.id, lesson.steps[step]?.id);
}

/** Shows a step (an index) that has started already; gets to another one by performing what comes before. */
export function jumpTo({ model, update, session }: Services, index: number): void {
	const { state } = model.get();
	const live = state.steps.length - 1;
	if (index <= live) {
		update((view) => goToStep(view, index));
		return;
	}
	update((view) => goToStep(view, index, live));
	session.jump(index);
}
