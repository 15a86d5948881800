import type { EventOf } from '../engine/event.ts';
import type { State, StepState } from '../engine/state.ts';
import type { Course, LessonSummary } from './course.ts';
import type { View } from './view.ts';

/** All that a picture of the screen is made from. */
export type Model = {
	readonly course: Course;
	readonly view: View;
	/** Of the lesson that is open. */
	readonly state: State;
};

/** What is shown of the lesson that is open. */
export type Page =
	| { readonly kind: 'opening' }
	| { readonly kind: 'problem'; readonly why: string }
	| {
			readonly kind: 'step';
			readonly index: number;
			readonly step: StepState;
			/** Earlier steps are being performed to get to the one that the learner wants. */
			readonly onTheWay: boolean;
	  }
	| { readonly kind: 'ending' };

export function pageOf({ view, state }: Model): Page {
	const { lesson, steps, problem, finished } = state;
	if (state === view.stale) return { kind: 'opening' };
	if (problem !== undefined) return { kind: 'problem', why: problem };
	if (lesson?.lesson !== view.lesson) return { kind: 'opening' };
	const failed = failureOnTheWay(view, steps);
	if (failed === undefined && view.step >= stepCount(state) && finished) return { kind: 'ending' };
	const index = failed ?? Math.min(view.step, steps.length - 1);
	const step = steps[index];
	if (!step) return { kind: 'opening' };
	const onTheWay = index < view.step && view.step < stepCount(state) && failed === undefined;
	return { kind: 'step', index, step, onTheWay };
}

/** A step that fails on the way is where the way ends; it must not be passed over. */
function failureOnTheWay({ wayFrom, step }: View, steps: State['steps']): number | undefined {
	const index = steps.findIndex(
		({ phase }, place) => place >= wayFrom && place < step && phase === 'failed',
	);
	return index < 0 ? undefined : index;
}

/** What is shown in place of a step that was skipped; nothing before that is said of it, and why. */
export function recordedOf({ phase, recorded }: StepState): StepState['recorded'] {
	return phase === 'skipped' ? recorded : undefined;
}

/** The step as it is shown: as it went, or else as it was recorded. */
export function shownStep(step: StepState): StepState {
	return recordedOf(step)?.step ?? step;
}

/** What a step (an index) asked of the kernel, where that was looked for, and where it was recorded, if it was. */
export function traceOf({ state, course }: Model, index: number): EventOf<'traced'> | undefined {
	const step = state.steps[index];
	const trace = step && (step.trace ?? recordedOf(step)?.step.trace);
	const on = trace?.on ?? course.recordedOn ?? (step?.trace ? undefined : step?.recorded?.on);
	return trace && { ...trace, on };
}

/** It is being looked for. */
export function isTracing(model: Model): boolean {
	const { overlay } = model.view;
	if (overlay?.kind !== 'calls' || traceOf(model, overlay.index)) return false;
	return model.state.tracing?.why === undefined;
}

export function stepCount(state: State): number {
	return state.lesson?.steps.length ?? 0;
}

/** A command runs, or is about to without being asked for. */
export function isBusy(model: Model): boolean {
	const page = pageOf(model);
	return (
		page.kind === 'opening' ||
		(page.kind === 'step' && page.onTheWay) ||
		model.state.steps.at(-1)?.phase === 'running'
	);
}

export function selectedLesson({ course, view }: Model): LessonSummary | undefined {
	return course.lessons[view.selected];
}

export function openedLesson({ course, view }: Model): LessonSummary | undefined {
	return course.lessons.find(({ id }) => id === view.lesson);
}

/** The one that comes after the one that is open. */
export function nextLesson({ course, view }: Model): LessonSummary | undefined {
	const place = course.lessons.findIndex(({ id }) => id === view.lesson);
	return course.lessons[place + 1];
}

export function isFinished({ course, view }: Model, lesson: LessonSummary): boolean {
	return course.finished.has(lesson.id) || view.walked.includes(lesson.id);
}

/** The index of the step where the learner left this lesson, if in the middle of it. */
export function placeIn({ course, view }: Model, lesson: LessonSummary): number | undefined {
	const { resume } = course;
	const left = resume?.lesson === lesson.id ? resume.step : course.places?.get(lesson.id);
	const place = view.places[lesson.id] ?? lesson.steps.findIndex(({ id }) => id === left);
	return place > 0 && place < lesson.steps.length ? place : undefined;
}

/** The terminals a learner can go to: the host's, and those that the lesson has typed in. */
export function visitable({ state }: Model): readonly string[] {
	const typed = state.steps.flatMap(({ commands }) => commands.map(({ started }) => started));
	const terminals = [...state.setup, ...typed].map(({ terminal }) => terminal).sort();
	return [...new Set(['host', ...terminals])];
}

/** What a visit broke can be put back. */
export function canRepair({ state }: Model): boolean {
	return state.visit?.checks.some(({ held }) => !held) === true;
}
