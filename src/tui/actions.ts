import type { Store } from '../engine/session.ts';
import type { Forward } from './forward.ts';
import type { Frame } from './frame.ts';
import { install } from './install.ts';
import type { Action } from './keys.ts';
import type { LessonSummary } from './course.ts';
import type { Model } from './model.ts';
import { pageOf, placeIn, selectedLesson, stepCount } from './model.ts';
import type { View } from './view.ts';
import { failToOpen, goToStep, openLesson } from './view.ts';
import { choose, scrollBy } from './scrolling.ts';

export type Means = {
	readonly model: Store<Model>;
	readonly update: (change: (view: View) => View) => void;
	readonly leave: () => void;
};

/** What each key does, once it is known that it works now. */
export function createActions(means: Means): Readonly<Record<Action, (frame: Frame) => void>> {
	const { model, update, leave } = means;
	const session = () => model.get().course.session;
	const scroll = (frame: Frame, lines: number) => {
		update((view) => scrollBy(view, frame, lines));
	};
	const move = (frame: Frame, lines: number) => {
		if (isChoosing(model.get().view)) update(() => choose(model.get(), lines));
		else scroll(frame, lines);
	};
	const setOverlay = (overlay: View['overlay']) => {
		update((view) => ({ ...view, overlay }));
	};

	const forwards: Readonly<Record<Forward['does'], (frame: Frame) => void>> = {
		open: () => {
			const lesson = selectedLesson(model.get());
			if (lesson) enter(means, lesson, placeIn(model.get(), lesson) ?? 0);
		},
		'read on': (frame) => {
			scroll(frame, pageHeight(frame));
		},
		run: () => {
			const page = pageOf(model.get());
			if (page.kind !== 'step') return;
			update((view) => ({ ...view, scroll: 'fresh', sideScroll: 'fresh' }));
			session().proceed();
			if (page.step.started.commands.length === 0) update((view) => goToStep(view, page.index + 1));
		},
		'go on': () => {
			const page = pageOf(model.get());
			if (page.kind === 'step') update((view) => goToStep(view, page.index + 1));
		},
		list: () => {
			update((view) => ({
				...view,
				screen: 'lessons',
				isOpen: false,
				selected: Math.min(view.selected + 1, model.get().course.lessons.length - 1),
			}));
		},
		jump: () => {
			const { overlay } = model.get().view;
			if (overlay?.kind === 'jump') jumpTo(means, overlay.selected);
		},
		close: () => {
			setOverlay(undefined);
		},
	};

	return {
		forward(frame) {
			if (frame.forward) forwards[frame.forward.does](frame);
		},
		back() {
			const page = pageOf(model.get());
			const index = page.kind === 'step' ? page.index : stepCount(model.get().state);
			update((view) => goToStep(view, index - 1));
		},
		up: (frame) => {
			move(frame, -1);
		},
		down: (frame) => {
			move(frame, 1);
		},
		'page-up': (frame) => {
			scroll(frame, -pageHeight(frame));
		},
		'page-down': (frame) => {
			scroll(frame, pageHeight(frame));
		},
		first: (frame) => {
			move(frame, -Infinity);
		},
		last: (frame) => {
			move(frame, Infinity);
		},
		pane() {
			update((view) => ({ ...view, pane: view.pane === 'main' ? 'side' : 'main' }));
		},
		unfold() {
			update((view) => ({ ...view, unfolded: !view.unfolded }));
		},
		jump() {
			const page = pageOf(model.get());
			setOverlay({ kind: 'jump', selected: page.kind === 'step' ? page.index : 0 });
		},
		install() {
			install(means);
		},
		'start-over'() {
			const lesson = selectedLesson(model.get());
			update((view) => ({ ...view, isOpen: false }));
			if (lesson) enter(means, lesson, 0);
		},
		lessons() {
			update((view) => ({ ...view, screen: 'lessons' }));
		},
		keys() {
			setOverlay({ kind: 'keys', scroll: 0 });
		},
		close() {
			setOverlay(undefined);
		},
		stop() {
			if (!session().interrupt()) leave();
		},
		quit: leave,
	};
}

/** Goes back into the lesson that is open, or opens this one at this step. */
function enter({ model, update }: Means, lesson: LessonSummary, step: number): void {
	const { view, state, course } = model.get();
	if (view.isOpen && view.lesson === lesson.id && !state.finished) {
		update((before) => ({ ...before, screen: 'lesson' }));
		return;
	}
	update((before) => openLesson(before, lesson.id, step, state));
	course.session.open(lesson.id, lesson.steps[step]?.id).catch((error: unknown) => {
		update((before) => failToOpen(before, error instanceof Error ? error.message : String(error)));
	});
}

/** What has already run is looked at; what has not is performed. */
function jumpTo({ model, update }: Means, index: number): void {
	const { state, course } = model.get();
	if (index >= state.steps.length) course.session.jump(index);
	update((view) => goToStep(view, index));
}

function isChoosing({ overlay, screen }: View): boolean {
	return overlay ? overlay.kind === 'jump' : screen === 'lessons';
}

/** Two lines of the page before stay in sight. */
function pageHeight({ panes: [main] }: Frame): number {
	return Math.max(1, main.height - 2);
}
