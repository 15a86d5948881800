import type { Services } from './services.ts';
import { pageOf, traceOf } from './model.ts';
import { windowIn, withLessonWindow, withWindow } from './view.ts';

/** Opens the window of what a step asked of the kernel, and has that looked for where it is not known. */
export function showCalls({ model, update, session }: Services): void {
	const page = pageOf(model.get());
	if (page.kind !== 'step') {
		return;
	}
	const { index } = page;
	update((view) => withLessonWindow(view, { kind: 'calls', index, scroll: 0 }));
	if (!traceOf(model.get(), index)) {
		void session.trace(index);
	}
}

/** Closes a window, and ends what was done for nothing else. */
export function closeWindow({ model, update, session }: Services): void {
	if (windowIn(model.get().view)?.kind === 'calls') {
		session.stopTracing();
	}
	update((view) => withWindow(view, undefined));
}
