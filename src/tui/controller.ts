import { createStore } from '../engine/store.ts';
import { createActions } from './actions.ts';
import { watchClock } from './clock.ts';
import type { CopyText } from './copy.ts';
import type { Course } from './course.ts';
import { frameOf } from './frame.ts';
import { textOfKey } from './key-names.ts';
import { type Action, actionOf } from './keys.ts';
import type { HandOver } from './hand-over.ts';
import type { Size } from './layout.ts';
import type { Model } from './model.ts';
import { isBusy } from './model.ts';
import { isToWaitFor, whyNot, whyNotKey } from './why-not.ts';
import { review } from './recall.ts';
import { editWith } from './task.ts';
import type { View } from './view.ts';
import { finishLesson, firstView, isTyping } from './view.ts';

/** Everything that acts: turns keys into intents for the session and into another view. */
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

/** @param motion whether anything may change by itself */
export function createController(
	course: Course,
	handOver: HandOver = nowhere,
	motion = true,
	copyText: CopyText = () => undefined,
): Controller {
	const { session, lessons, resume } = course;
	const resumed = lessons.findIndex(({ id }) => id === resume?.lesson);
	const model = createStore<Model>({
		course,
		view: { ...firstView(Math.max(0, resumed)), notice: course.notice },
		state: session.state.get(),
	});
	const update = (change: (view: View) => View) => {
		const { view, state } = model.get();
		model.set({ course, state, view: change(view) });
	};

	const unsubscribe = session.state.subscribe(() => {
		const before = model.get();
		const after = { ...before, state: session.state.get() };
		model.set(after);
		if (after.state.finished) update(finishLesson);
		// What a key had to wait for is over.
		if (isToWaitFor(before.view.notice) && isBusy(before) && !isBusy(after)) {
			update((view) => ({ ...view, notice: undefined }));
		}
	});
	const stopClock = watchClock(model, (elapsed) => {
		update((view) => ({ ...view, elapsed }));
	});

	let settle: (closing: Promise<void>) => void;
	const left = new Promise<void>((resolve) => {
		settle = resolve;
	});
	const leave = () => {
		if (model.get().view.isLeaving) return;
		update((view) => ({ ...view, isLeaving: true, overlay: undefined, notice: undefined }));
		unsubscribe();
		stopClock();
		settle(session.close());
	};

	const actions = createActions({ handOver, copyText, model, update, leave, motion });
	return {
		model: () => model.get(),
		subscribe: (listener) => model.subscribe(listener),
		review() {
			update((view) => review(course, view));
		},
		leave,
		left,
		paste(text) {
			if (!model.get().view.isEditing) return;
			update((view) => Array.from(text.split('\n', 1).join('')).reduce(editWith, view));
		},
		press(key, size) {
			const frame = frameOf(model.get(), size);
			const { view } = model.get();
			if (view.isEditing && key !== 'Enter') {
				update((before) => editWith(before, key));
				return;
			}
			const action = actionOf(key, isTyping(view));
			const works = action !== undefined && frame.offers.has(action);
			const notice = works ? undefined : reasonFor(key, action, model.get());
			if (view.notice !== notice) update((before) => ({ ...before, notice }));
			if (works) actions[action](frame, key);
		},
	};
}

function reasonFor(key: string, action: Action | undefined, model: Model): string | undefined {
	if (action) return whyNot(action, model);
	return textOfKey(key) === undefined ? undefined : whyNotKey(key, model);
}

/** Where nothing is drawn there is nothing to hand over. */
const nowhere: HandOver = () => Promise.resolve();
