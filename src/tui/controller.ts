import { createStore, type Store } from '../engine/run/store.ts';
import { createActions } from './actions.ts';
import { watchClock } from './clock.ts';
import type { CopyText } from './clipboard.ts';
import type { Course } from './course.ts';
import { frameOf } from './frame-of-model.ts';
import { textOfKey } from './key-names.ts';
import { type Action, actionOf } from './keys.ts';
import type { HandOver } from './hand-over.ts';
import type { Size } from './layout.ts';
import type { Model } from './model.ts';
import { isBusy } from './model.ts';
import type { CourseServices } from './services.ts';
import { isToWaitFor, whyNot, whyNotKey } from './why-not.ts';
import { askAgain } from './recall.ts';
import { editWith } from './task.ts';
import type { ShownView, View } from './view.ts';
import { finishLesson, firstView, isEditing, isTyping, noticeIn } from './view.ts';

/** Turns keys into intents for the session and into other views; publishes the model that they make. */
export type Controller = {
	readonly model: () => Model;
	readonly subscribe: (listener: () => void) => () => void;
	/** @param key a name as in `keys.ts` */
	readonly press: (key: string, size: Size) => void;
	/** Asks again what surprised on an earlier day, if anything did. */
	readonly review: () => void;
	/** Text that was pasted; it is only meant for a line that is being edited. */
	readonly paste: (text: string) => void;
	/** Ends the lesson, with its stage; `left` tells when that is done. */
	readonly leave: () => void;
	/** Settles when all is cleaned up; rejects where that failed. */
	readonly left: Promise<void>;
};

export type ControllerOptions = {
	readonly handOver?: HandOver;
	readonly copyText?: CopyText;
	/** Whether anything may change by itself. */
	readonly motion?: boolean;
	/** A sentence to begin with. */
	readonly notice?: string | undefined;
};

/** Begins with the list of lessons, at the one that was left last. */
export function createController(
	course: Store<Course>,
	services: CourseServices,
	options: ControllerOptions = {},
): Controller {
	const { session } = services;
	const { handOver = nowhere, copyText = () => undefined, motion = true, notice } = options;
	const { lessons, kept } = course.get();
	const resumed = lessons.findIndex(({ id }) => id === kept?.resume?.lesson);
	const model = createStore<Model>({
		course: course.get(),
		view: firstView(Math.max(0, resumed), notice),
		state: session.state.get(),
		elapsed: 0,
	});
	const update = (change: (view: ShownView) => View) => {
		const before = model.get();
		if (before.view.screen !== 'leaving') {
			model.set({ ...before, course: course.get(), view: change(before.view) });
		}
	};

	/** While a key is being acted upon, the course changes together with the view: no picture has half of it. */
	let isActing = false;
	const showCourse = () => {
		const before = model.get();
		if (!isActing && before.course !== course.get()) {
			model.set({ ...before, course: course.get() });
		}
	};
	const unsubscribeFromCourse = course.subscribe(showCourse);
	const unsubscribe = session.state.subscribe(() => {
		const before = model.get();
		const after = { ...before, state: session.state.get() };
		model.set(after);
		if (after.state.finished) {
			update((view) => finishLesson(view, after.state.lesson?.lesson));
		}
		// What a key had to wait for is over.
		if (isToWaitFor(noticeIn(before.view)) && isBusy(before) && !isBusy(after)) {
			update((view) => ({ ...view, notice: undefined }));
		}
	});
	const stopClock = watchClock(model, (elapsed) => {
		model.set({ ...model.get(), elapsed });
	});

	let settle: (closing: Promise<void>) => void;
	const left = new Promise<void>((resolve) => {
		settle = resolve;
	});
	const leave = () => {
		if (model.get().view.screen === 'leaving') {
			return;
		}
		update(() => ({ screen: 'leaving' }));
		unsubscribe();
		unsubscribeFromCourse();
		stopClock();
		settle(session.close());
	};

	const actions = createActions({
		...services,
		...{ handOver, copyText, model, update, leave, motion },
	});
	return {
		model: () => model.get(),
		subscribe: (listener) => model.subscribe(listener),
		review() {
			update((view) => askAgain(view, course.get().kept?.surprises));
		},
		leave,
		left,
		paste(text) {
			if (!isEditing(model.get().view)) {
				return;
			}
			update((view) => Array.from(text.split('\n', 1).join('')).reduce(editWith, view));
		},
		press(key, size) {
			const frame = frameOf(model.get(), size);
			const { view } = model.get();
			if (isEditing(view) && key !== 'Enter') {
				update((before) => editWith(before, key));
				return;
			}
			const action = actionOf(key, isTyping(view));
			const works = action !== undefined && frame.available.has(action);
			const notice = works ? undefined : reasonFor(key, action, model.get());
			if (noticeIn(view) !== notice) {
				update((before) => ({ ...before, notice }));
			}
			if (works) {
				isActing = true;
				try {
					actions[action](frame, key);
				} finally {
					isActing = false;
					showCourse();
				}
			}
		},
	};
}

function reasonFor(key: string, action: Action | undefined, model: Model): string | undefined {
	if (action) {
		return whyNot(action, model);
	}
	return textOfKey(key) === undefined ? undefined : whyNotKey(key, model);
}

/** Stands in where nothing is drawn, so that there is no terminal to hand over. */
const nowhere: HandOver = () => Promise.resolve();
