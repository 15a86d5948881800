import { isInstalling, isRunning } from './conditions.ts';
import type { Action } from './keys.ts';
import { isBusy, isTracing, type Model } from './model.ts';
import { whyNotInLesson } from './why-not-in-lesson.ts';
import type { LessonWindow } from './windows.ts';

/** A sentence for a key that works at other times and not now; short, to fit into the bottom line. */
export function whyNot(action: Action, model: Model): string | undefined {
	const { view } = model;
	if (view.screen === 'leaving' || view.window?.kind === 'visiting') {
		return undefined;
	}
	if (isInstalling(model)) {
		return 'Please wait: stopped half-way, the installation leaves a mess.';
	}
	if (view.window) {
		return whyNotInWindow(action, view.window, model);
	}
	if (view.screen === 'list') {
		return whyNotInList(action, model);
	}
	if (isBusy(model) && !worksMeanwhile.includes(action)) {
		return isRunning(model) ? whileRunning : whilePreparing;
	}
	return whyNotInLesson[action](model);
}

/** A sentence for a key that never does anything. */
export function whyNotKey(key: string, { view }: Model): string | undefined {
	if (view.screen === 'leaving') {
		return undefined;
	}
	return view.window ? closeFirst : `${key} does nothing: ? shows all keys.`;
}

/** The actions that have their own reason not to work, whatever is going on. */
const worksMeanwhile: readonly Action[] = [
	...(['up', 'down', 'page-up', 'page-down', 'first', 'last'] as const),
	...(['pane', 'unfold', 'copy', 'close', 'start-over', 'review'] as const),
];

function whyNotInWindow(action: Action, window: LessonWindow, model: Model): string {
	if (window.kind === 'recall' && action === 'answer') {
		return 'It is answered: Enter goes on.';
	}
	if (window.kind === 'jump' && action === 'forward') {
		return 'No step to go to: Backspace erases.';
	}
	if (window.kind === 'calls' && isTracing(model)) {
		return 'It takes a moment: Esc stops it.';
	}
	return closeFirst;
}

function whyNotInList(action: Action, model: Model): string {
	switch (action) {
		case 'start-over':
			return 'This lesson has not been begun: Enter opens it.';
		case 'install':
			return 'Nothing is offered to be installed here.';
		case 'review':
			return model.course.kept ? nothingToReview : 'Of a recording nothing is asked again.';
		case 'reset':
			return 'Of a recording nothing is kept: nothing to reset.';
		case 'lessons':
			return 'This is the list of lessons.';
		case 'close':
			return 'There is no window to close.';
		case 'type':
		case 'erase':
			return 'Nothing is being typed: j searches.';
		default:
			return 'In a lesson only: Enter opens the one chosen.';
	}
}

const closeFirst = 'Not in this window: Esc closes it.';
const nothingToReview = 'Nothing to review today. Come back on a later day.';
const whileRunning = 'A command runs: wait for it to end, or stop it with Ctrl-C.';
const whilePreparing = 'This lesson is being prepared: it takes a moment.';

/** Whether this sentence is true no longer than something takes. */
export function isToWaitFor(notice: string | undefined): boolean {
	return notice === whileRunning || notice === whilePreparing;
}
