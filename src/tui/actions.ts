import type { Store } from '../engine/session.ts';
import { closeWindow, showCalls } from './calls.ts';
import { copy, type CopyText } from './copy.ts';
import type { Frame } from './frame.ts';
import { createForwards, enter, jumpTo } from './going.ts';
import { install } from './install.ts';
import type { HandOver } from './hand-over.ts';
import type { Action } from './keys.ts';
import { prove, proveAgain } from './prove.ts';
import { answerRecalled, review } from './recall.ts';
import { textOfKey } from './key-names.ts';
import { hasShownStory } from './pane.ts';
import { choose, pageHeight, scrollBy } from './scrolling.ts';
import type { Model } from './model.ts';
import { isTracing, pageOf, selectedLesson, stepCount } from './model.ts';
import { chooseVisit } from './visit.ts';
import { edit } from './task.ts';
import type { View } from './view.ts';
import { goToStep } from './view.ts';

export type Means = {
	readonly handOver: HandOver;
	readonly copyText: CopyText;
	readonly model: Store<Model>;
	readonly update: (change: (view: View) => View) => void;
	readonly leave: () => void;
	/** Whether anything may change by itself. */
	readonly motion: boolean;
};

/** What each key does, once it is known that it works now. */
export function createActions(
	means: Means,
): Readonly<Record<Action, (frame: Frame, key: string) => void>> {
	const { model, update, leave } = means;
	const session = () => model.get().course.session;
	const scroll = (frame: Frame, lines: number) => {
		update((view) => scrollBy(view, frame, lines));
	};
	const move = (frame: Frame, lines: number) => {
		if (isChoosing(model.get().view)) update(() => choose(model.get(), lines));
		else scroll(frame, lines);
	};
	const search = (change: (query: string) => string) => {
		update((view) =>
			view.overlay?.kind === 'jump'
				? { ...view, overlay: { ...view.overlay, query: change(view.overlay.query), selected: 0 } }
				: view,
		);
	};
	const setOverlay = (overlay: View['overlay']) => {
		update((view) => ({ ...view, overlay }));
	};

	const forwards = createForwards(means);

	return {
		forward(frame) {
			if (frame.forward) forwards[frame.forward.does](frame);
		},
		answer({ panes: [pane] }, key) {
			const { course, view } = model.get();
			const { overlay } = view;
			if (overlay?.kind === 'recall') {
				setOverlay(answerRecalled(course, overlay, 'abcd'.indexOf(key)));
				return;
			}
			const page = pageOf(model.get());
			const { question } = page.kind === 'step' ? page.step.started : {};
			const answer = 'abcd'.indexOf(key);
			if (!question?.answers[answer]) return;
			// Who answers sees what was asked.
			const scroll = hasShownStory(pane) ? {} : { scroll: pane.fresh - pane.height };
			update((view) => ({ ...view, answer, ...scroll }));
		},
		edit() {
			update((view) => edit(view, pageOf(model.get())));
		},
		hint() {
			update((view) => ({ ...view, hints: view.hints + 1, scroll: 'fresh', pane: 'main' }));
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
		copy() {
			copy(means);
		},
		jump() {
			const page = pageOf(model.get());
			const isHere = page.kind === 'step' && model.get().view.screen === 'lesson';
			setOverlay({ kind: 'jump', selected: isHere ? page.index : 0, query: '' });
		},
		type(_, key) {
			search((query) => query + (textOfKey(key) ?? ''));
		},
		erase() {
			search((query) => Array.from(query).slice(0, -1).join(''));
		},
		skip() {
			const live = model.get().state.steps.length - 1;
			const notice = `Step ${live + 1} is skipped: performed unseen. ← shows it.`;
			jumpTo(means, live + 1);
			update((view) => ({ ...view, notice }));
		},
		reset() {
			setOverlay({ kind: 'reset', selected: 0 });
		},
		visit() {
			chooseVisit(means);
		},
		prove() {
			if (model.get().view.overlay) proveAgain(means);
			else prove(means);
		},
		calls() {
			showCalls(means);
		},
		install() {
			install(means);
		},
		'start-over'() {
			const lesson = selectedLesson(model.get());
			update((view) => ({ ...view, isOpen: false }));
			if (lesson) enter(means, lesson, 0);
		},
		review() {
			update((view) => review(model.get().course, view));
		},
		lessons() {
			update((view) => ({ ...view, screen: 'lessons', sideScroll: 'fresh' }));
		},
		keys() {
			setOverlay({ kind: 'keys', scroll: 0 });
		},
		close() {
			closeWindow(means);
		},
		stop() {
			if (isTracing(model.get())) closeWindow(means);
			else if (!session().interrupt()) leave();
		},
		quit: leave,
	};
}

function isChoosing({ overlay, screen }: View): boolean {
	return overlay ? 'selected' in overlay : screen === 'lessons';
}
