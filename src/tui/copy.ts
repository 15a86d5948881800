import { type TracedCall, writeCall } from '../engine/trace/system-call.ts';
import { counted } from '../report/outcome.ts';
import type { Means } from './actions.ts';
import { type Model, pageOf, shownStep, traceOf } from './model.ts';
import type { Overlay } from './view.ts';

/** Gives text to the clipboard of the terminal, which may not take it. */
export type CopyText = (text: string) => void;

/** The commands on the screen, the paths of its proofs or its system calls, a line each; none where there is nothing to copy. */
export function linesToCopy(model: Model): readonly string[] {
	const { overlay, screen } = model.view;
	if (overlay?.kind === 'proofs') return overlay.proofs.map(({ place }) => place);
	if (overlay?.kind === 'calls') return callsOf(model, overlay.index).map(writeCall);
	const page = overlay || screen !== 'lesson' ? undefined : pageOf(model);
	if (page?.kind !== 'step' || page.onTheWay) return [];
	const { started, commands } = shownStep(page.step);
	if (commands.length > 0) return commands.map((command) => command.started.text);
	// How a challenge may be done is not given away.
	return started.task?.kind === 'challenge' ? [] : started.commands.map(({ text }) => text);
}

export function copy({ model, update, copyText }: Means): void {
	const lines = linesToCopy(model.get());
	copyText(lines.join('\n'));
	const what = counted(lines.length, nameOf(model.get().view.overlay));
	update((view) => ({ ...view, notice: `${what} copied, if this terminal allows it.` }));
}

function callsOf(model: Model, index: number): readonly TracedCall[] {
	return traceOf(model, index)?.commands.flatMap(({ calls }) => calls) ?? [];
}

function nameOf(overlay: Overlay | undefined): string {
	return overlay === undefined ? 'command' : overlay.kind === 'calls' ? 'call' : 'path';
}

/** See OSC 52 in the control sequences of xterm: `c` is the clipboard. */
export const clipboardSequence = (text: string): string =>
	`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
