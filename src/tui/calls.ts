import type { Means } from './actions.ts';
import { pageOf, traceOf } from './model.ts';

/** Opens the window of what a step asked of the kernel, and has that looked for where it is not known. */
export function showCalls({ model, update }: Means): void {
	const page = pageOf(model.get());
	if (page.kind !== 'step') return;
	const { index } = page;
	update((view) => ({ ...view, overlay: { kind: 'calls', index, scroll: 0 } }));
	if (!traceOf(model.get(), index)) void model.get().course.session.trace(index);
}

/** Closes a window, and ends what was done for nothing else. */
export function closeWindow({ model, update }: Means): void {
	const { view, course } = model.get();
	if (view.overlay?.kind === 'calls') course.session.stopTracing();
	update((before) => ({ ...before, overlay: undefined }));
}
