import { type TracedCall, writeCall } from '../engine/words/system-call.ts';
import { counted } from '../report/outcome.ts';
import type { Services } from './services.ts';
import { type Model, pageOf, shownStep, traceOf } from './model.ts';
import { windowIn } from './view.ts';
import type { LessonWindow } from './windows.ts';

/** The commands on the screen, the paths of its proofs or its system calls, a line each; none where there is nothing to copy. */
export function linesToCopy(model: Model): readonly string[] {
	const { view } = model;
	const window = windowIn(view);
	if (window?.kind === 'proofs') {
		return window.proofs.map(({ place }) => place);
	}
	if (window?.kind === 'calls') {
		return callsOf(model, window.index).map(writeCall);
	}
	const page = window || view.screen !== 'lesson' ? undefined : pageOf(model);
	if (page?.kind !== 'step' || page.onTheWay) {
		return [];
	}
	const { started, commands } = shownStep(page.step);
	if (commands.length > 0) {
		return commands.map((command) => command.started.text);
	}
	// How a challenge may be done is not given away.
	return started.task?.kind === 'challenge' ? [] : started.commands.map(({ text }) => text);
}

/** Copies them, and says how many they are. */
export function copy({ model, update, copyText }: Services): void {
	const lines = linesToCopy(model.get());
	copyText(lines.join('\n'));
	const what = counted(lines.length, nameOf(windowIn(model.get().view)));
	update((view) => ({ ...view, notice: `${what} copied, if this terminal allows it.` }));
}

function callsOf(model: Model, index: number): readonly TracedCall[] {
	return traceOf(model, index)?.commands.flatMap(({ calls }) => calls) ?? [];
}

function nameOf(window: LessonWindow | undefined): string {
	return window === undefined ? 'command' : window.kind === 'calls' ? 'call' : 'path';
}
