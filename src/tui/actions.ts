import { closeWindow, showCalls } from './calls.ts';
import { copy } from './copy.ts';
import type { Frame } from './frame.ts';
import { install } from './install.ts';
import { textOfKey } from './key-names.ts';
import type { Action } from './keys.ts';
import { isTracing, pageOf, selectedLesson, stepCount } from './model.ts';
import { jumpTo, startAt } from './navigation.ts';
import { hasShownStory } from './pane.ts';
import { createNextActions } from './perform-next-action.ts';
import { prove, proveAgain } from './prove.ts';
import { answerRecalled, askAgain } from './recall.ts';
import { choose, pageHeight, scrollBy } from './scrolling.ts';
import type { Services } from './services.ts';
import { edit } from './task.ts';
import {
	goToStep,
	inDraft,
	inLesson,
	openIn,
	showList,
	type View,
	windowIn,
	withWindow,
} from './view.ts';
import { chooseVisit } from './visit.ts';
import type { ListWindow } from './windows.ts';

/** The deed of each action, for a key that works in this frame. */
export function createActions(
	services: Services,
): Readonly<Record<Action, (frame: Frame, key: string) => void>> {
	const { model, update, leave, session, memory } = services;
	const scroll = (frame: Frame, lines: number) => {
		update((view) => scrollBy(view, frame, lines));
	};
	const move = (frame: Frame, lines: number) => {
		if (isChoosing(model.get().view)) {
			update((view) => choose(model.get(), view, lines));
		} else {
			scroll(frame, lines);
		}
	};
	const search = (change: (query: string) => string) => {
		update((view) =>
			view.window?.kind === 'jump'
				? withWindow(view, { kind: 'jump', query: change(view.window.query), selected: 0 })
				: view,
		);
	};
	const open = (window: ListWindow) => {
		update((view) => withWindow(view, window));
	};

	const forwards = createNextActions(services);

	return {
		forward(frame) {
			if (frame.next) {
				forwards[frame.next.does](frame);
			}
		},
		answer({ panes: [pane] }, key) {
			const window = windowIn(model.get().view);
			if (window?.kind === 'recall') {
				open(answerRecalled(memory, window, 'abcd'.indexOf(key)));
				return;
			}
			const page = pageOf(model.get());
			const { question } = page.kind === 'step' ? page.step.started : {};
			const answer = 'abcd'.indexOf(key);
			if (!question?.answers[answer]) {
				return;
			}
			// Who answers sees what was asked.
			const scroll = hasShownStory(pane) ? {} : { scroll: pane.fresh - pane.height };
			update((view) => inLesson(inDraft(view, { answer }), scroll));
		},
		edit() {
			update((view) => edit(view, pageOf(model.get())));
		},
		hint() {
			const hints = (openIn(model.get().view)?.draft.hints ?? 0) + 1;
			update((view) => inLesson(inDraft(view, { hints }), { scroll: 'fresh', pane: 'main' }));
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
			const isMain = openIn(model.get().view)?.pane === 'main';
			update((view) => inLesson(view, { pane: isMain ? 'side' : 'main' }));
		},
		unfold() {
			const unfolded = openIn(model.get().view)?.unfolded !== true;
			update((view) => inLesson(view, { unfolded }));
		},
		copy() {
			copy(services);
		},
		jump() {
			const page = pageOf(model.get());
			const isHere = page.kind === 'step' && model.get().view.screen === 'lesson';
			open({ kind: 'jump', selected: isHere ? page.index : 0, query: '' });
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
			jumpTo(services, live + 1);
			update((view) => ({ ...view, notice }));
		},
		reset() {
			open({ kind: 'reset', selected: 0 });
		},
		visit() {
			chooseVisit(services);
		},
		prove() {
			if (windowIn(model.get().view)) {
				proveAgain(services);
			} else {
				prove(services);
			}
		},
		calls() {
			showCalls(services);
		},
		install() {
			install(services);
		},
		'start-over'() {
			const lesson = selectedLesson(model.get());
			if (lesson) {
				startAt(services, lesson, 0);
			}
		},
		review() {
			update((view) => askAgain(view, model.get().course.kept?.surprises));
		},
		lessons() {
			update(showList);
		},
		keys() {
			open({ kind: 'keys', scroll: 0 });
		},
		close() {
			closeWindow(services);
		},
		stop() {
			if (isTracing(model.get())) {
				closeWindow(services);
			} else if (!session.interrupt()) {
				leave();
			}
		},
		quit: leave,
	};
}

function isChoosing(view: View): boolean {
	const window = windowIn(view);
	return window ? 'selected' in window : view.screen === 'list';
}
