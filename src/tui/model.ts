import type { EventOf } from '../engine/words/event.ts';
import type { State, StepState } from '../engine/run/state.ts';
import { type Course, type InstallSuggestion, type LessonSummary, nothingKept } from './course.ts';
import type { OpenLesson } from './open-lesson.ts';
import { openIn, type View, windowIn } from './view.ts';

/** All that a picture of the screen is made from. */
export type Model = {
	readonly course: Course;
	readonly view: View;
	/** Of the lesson that is open. */
	readonly state: State;
	/** Whole seconds for which the current command has been running. */
	readonly elapsed: number;
};

/** The page that is shown of the lesson that is open. */
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

/** The page of the lesson that is open; `opening` also where none is. */
export function pageOf({ view, state }: Model): Page {
	const { lesson, steps, problem, finished } = state;
	const open = openIn(view);
	if (open === undefined || state === open.stale) {
		return { kind: 'opening' };
	}
	if (problem !== undefined) {
		return { kind: 'problem', why: problem };
	}
	if (lesson?.lesson !== open.id) {
		return { kind: 'opening' };
	}
	const failed = failureOnTheWay(open, steps);
	if (failed === undefined && open.step >= stepCount(state) && finished) {
		return { kind: 'ending' };
	}
	const index = failed ?? Math.min(open.step, steps.length - 1);
	const step = steps[index];
	if (!step) {
		return { kind: 'opening' };
	}
	const onTheWay = index < open.step && open.step < stepCount(state) && failed === undefined;
	return { kind: 'step', index, step, onTheWay };
}

/** A step that fails on the way is where the way ends; it must not be passed over. */
function failureOnTheWay({ wayFrom, step }: OpenLesson, steps: State['steps']): number | undefined {
	const index = steps.findIndex(
		({ phase }, place) => place >= wayFrom && place < step && phase === 'failed',
	);
	return index < 0 ? undefined : index;
}

/** The recording that is shown in place of a skipped step; undefined until it is said that it is skipped, and why. */
export function recordedOf({ phase, recorded }: StepState): StepState['recorded'] {
	return phase === 'skipped' ? recorded : undefined;
}

/** The step as it is shown: as it went, or else as it was recorded. */
export function shownStep(step: StepState): StepState {
	return recordedOf(step)?.step ?? step;
}

/** The system calls of a step (an index), and where they were recorded, if they were; undefined until they were looked for. */
export function traceOf({ state, course }: Model, index: number): EventOf<'traced'> | undefined {
	const step = state.steps[index];
	const trace = step && (step.trace ?? recordedOf(step)?.step.trace);
	const on = trace?.on ?? course.recordedOn ?? (step?.trace ? undefined : step?.recorded?.on);
	return trace && { ...trace, on };
}

/** Whether the system calls that the window is about are still being looked for. */
export function isTracing(model: Model): boolean {
	const window = windowIn(model.view);
	if (window?.kind !== 'calls' || traceOf(model, window.index)) {
		return false;
	}
	return model.state.tracing?.why === undefined;
}

/** How many steps the lesson that is open has; 0 until that is known. */
export function stepCount(state: State): number {
	return state.lesson?.steps.length ?? 0;
}

/** Whether a command runs, or is about to without being asked for. */
export function isBusy(model: Model): boolean {
	const page = pageOf(model);
	return (
		page.kind === 'opening' ||
		(page.kind === 'step' && page.onTheWay) ||
		model.state.steps.at(-1)?.phase === 'running'
	);
}

/** The one that is marked in the list. */
export function selectedLesson({ course, view }: Model): LessonSummary | undefined {
	return view.screen === 'leaving' ? undefined : course.lessons[view.selected];
}

/** The one that is open, or being opened. */
export function openedLesson({ course, view }: Model): LessonSummary | undefined {
	const open = openIn(view);
	return course.lessons.find(({ id }) => id === open?.id);
}

/** The one that comes after the one that is open. */
export function nextLesson({ course, view }: Model): LessonSummary | undefined {
	const open = openIn(view);
	const place = course.lessons.findIndex(({ id }) => id === open?.id);
	return course.lessons[place + 1];
}

/** The tools that can be installed for this lesson. */
export function suggestionFor(
	{ course: { suggestion } }: Model,
	lesson: LessonSummary | undefined,
): InstallSuggestion | undefined {
	return suggestion?.lesson === lesson?.id ? suggestion : undefined;
}

/** Whether the learner has ever walked this lesson to its end. */
export function isFinished({ course, view }: Model, lesson: LessonSummary): boolean {
	const walked = view.screen === 'leaving' ? [] : view.walked;
	return course.kept?.finished.has(lesson.id) === true || walked.includes(lesson.id);
}

/** The index of the step where the learner left this lesson, if in the middle of it. */
export function placeIn({ course, view }: Model, lesson: LessonSummary): number | undefined {
	const { resume, places } = course.kept ?? nothingKept;
	const left = resume?.lesson === lesson.id ? resume.step : places.get(lesson.id);
	const seen = view.screen === 'leaving' ? undefined : view.places[lesson.id];
	const place = seen ?? lesson.steps.findIndex(({ id }) => id === left);
	return place > 0 && place < lesson.steps.length ? place : undefined;
}

/** The terminals a learner can go to: the host's, and those that the lesson has typed in. */
export function visitable({ state }: Model): readonly string[] {
	const typed = state.steps.flatMap(({ commands }) => commands.map(({ started }) => started));
	const terminals = [...state.setup, ...typed].map(({ terminal }) => terminal).sort();
	return [...new Set(['host', ...terminals])];
}

/** Whether the last visit broke something, which can then be put back. */
export function canRepair({ state }: Model): boolean {
	return state.visit?.checks.some(({ held }) => !held) === true;
}
