import type { State } from '../engine/run/state.ts';
import { movedTo, openedAt, type OpenLesson, type Scroll } from './open-lesson.ts';
import type { Draft } from './draft.ts';
import type { LessonWindow, ListWindow } from './windows.ts';

/** What the learner looks at, as opposed to what happens in the lesson. */
export type View = ShownView | LeavingView;

/** A view that the learner can do something in. */
export type ShownView = ListView | LessonView;

/** The list of lessons. */
export type ListView = Lasting & {
	readonly screen: 'list';
	/** The lesson that goes on meanwhile, and can be gone back to. */
	readonly open: OpenLesson | undefined;
	/** Of what is said about the selected lesson. */
	readonly detailsScroll: Scroll;
	readonly window: ListWindow | undefined;
};

/** A lesson. */
export type LessonView = Lasting & {
	readonly screen: 'lesson';
	readonly open: OpenLesson;
	readonly window: LessonWindow | undefined;
};

/** The end: all is being cleaned up. No other view follows. */
type LeavingView = { readonly screen: 'leaving' };

/** What is the same in the list and in a lesson. */
type Lasting = {
	/** Index in the list of lessons. */
	readonly selected: number;
	/** One sentence in place of the keys, until the next key. */
	readonly notice: string | undefined;
	/** By the ids of lessons: the index of the step the learner was last at, since the start of the program. */
	readonly places: Readonly<Record<string, number>>;
	/** The ids of lessons that were walked to their end since the start of the program. */
	readonly walked: readonly string[];
};

/** The list, as the program begins with it. */
export function firstView(selected: number, notice: string | undefined): ListView {
	return {
		screen: 'list',
		selected,
		notice,
		places: {},
		walked: [],
		open: undefined,
		detailsScroll: 'fresh',
		window: undefined,
	};
}

/** The lesson that is open, whether it is on the screen or not. */
export function openIn(view: View): OpenLesson | undefined {
	return view.screen === 'leaving' ? undefined : view.open;
}

/** The window that lies over the screen. */
export function windowIn(view: View): LessonWindow | undefined {
	return view.screen === 'leaving' ? undefined : view.window;
}

/** The sentence that is shown in place of the keys. */
export function noticeIn(view: View): string | undefined {
	return view.screen === 'leaving' ? undefined : view.notice;
}

/** A lesson that is being opened at this step, in the place of the one that is open. */
export function openLesson(view: ShownView, id: string, step: number, stale: State): LessonView {
	return onScreen(view, openedAt(id, step, stale));
}

/** The list, with the lesson that was looked at in the background. */
export function showList(view: ShownView): ListView {
	const open = view.open && { ...view.open, sideScroll: 'fresh' as const };
	return { ...lasting(view), screen: 'list', open, detailsScroll: 'fresh', window: undefined };
}

/** The list, with no lesson to go back to. */
export function leaveLesson(view: ShownView): ListView {
	return { ...showList(view), open: undefined };
}

/** The lesson that is open, as it was left; where none is, all stays as it is. */
export function backToLesson(view: ShownView): ShownView {
	return view.open
		? { ...lasting(view), screen: 'lesson', open: view.open, window: undefined }
		: view;
}

/**
 * Another step of the lesson that is open; where none is, all stays as it is.
 * @param wayFrom the first step that is performed on the way there
 */
export function goToStep(view: ShownView, step: number, wayFrom = step): ShownView {
	return view.open ? onScreen(view, movedTo(view.open, step, wayFrom)) : view;
}

function onScreen(view: ShownView, open: OpenLesson): LessonView {
	const places = { ...view.places, [open.id]: open.step };
	return { ...lasting(view), places, screen: 'lesson', open, window: undefined };
}

function lasting({ selected, notice, places, walked }: ShownView): Lasting {
	return { selected, notice, places, walked };
}

/** Changes what is looked at in the lesson on the screen, if there is one. */
export function inLesson(view: ShownView, change: Partial<OpenLesson>): ShownView {
	return view.screen === 'lesson' ? { ...view, open: { ...view.open, ...change } } : view;
}

/** Changes what the learner has prepared in the lesson on the screen, if there is one. */
export function inDraft(view: ShownView, change: Partial<Draft>): ShownView {
	return view.screen === 'lesson'
		? inLesson(view, { draft: { ...view.open.draft, ...change } })
		: view;
}

/** Puts this window over whatever is on the screen, in the place of another; undefined closes it. */
export function withWindow(view: ShownView, window: ListWindow | undefined): ShownView {
	return { ...view, window };
}

/** Puts this window over the lesson on the screen, if there is one. */
export function withLessonWindow(view: ShownView, window: LessonWindow): ShownView {
	return view.screen === 'lesson' ? { ...view, window } : view;
}

/** Changes the window that is open, to one of the same kind. */
export function changeWindow(
	view: ShownView,
	change: <Window extends LessonWindow>(window: Window) => Window,
): ShownView {
	if (view.screen === 'list') {
		return { ...view, window: view.window && change(view.window) };
	}
	return { ...view, window: view.window && change(view.window) };
}

/** Keeps that this lesson (an id) was walked to its end, if it is the one that is open. */
export function finishLesson(view: ShownView, lesson: string | undefined): ShownView {
	const id = view.open?.id;
	return id === undefined || id !== lesson || view.walked.includes(id)
		? view
		: { ...view, walked: [...view.walked, id] };
}

/** Forgets that this lesson was ever looked at. */
export function forgetLesson(view: ShownView, lesson: string): ShownView {
	const others = Object.entries(view.places).filter(([id]) => id !== lesson);
	return {
		...view,
		places: Object.fromEntries(others),
		walked: view.walked.filter((id) => id !== lesson),
	};
}

/** Whether keys that write are text of a search. */
export function isTyping(view: View): boolean {
	return windowIn(view)?.kind === 'jump';
}

/** Whether keys are for a line that is being edited. */
export function isEditing(view: View): boolean {
	return view.screen === 'lesson' && view.open.draft.line?.hasKeys === true;
}
