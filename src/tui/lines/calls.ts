import type { EventOf } from '../../engine/words/event.ts';
import type { Tracing } from '../../engine/run/state.ts';
import type { TracedCall, TracedCommand } from '../../engine/words/system-call.ts';
import { createNews, moreCalls, noCalls } from '../../report/call.ts';
import { callLines, isCut } from './call.ts';
import { typedLines } from './command.ts';
import type { Drawing } from './drawing.ts';
import type { Line } from './line.ts';
import { blank, hanging, sections, span } from './line.ts';
import { missingLines } from './missing.ts';
import { recordedLines } from './recorded.ts';
import { windowLines } from './terminal.ts';

type Traced = EventOf<'traced'>;

/** What a step asked of the kernel, command by command. */
export function callsLines({ commands, on, missing }: Traced, drawing: Drawing): Line[] {
	const { width, unfolded } = drawing;
	const isNews = createNews();
	const windows = windowLines(
		commands.map((command, index) => ({
			terminal: command.terminal,
			lines: [
				...(commands[index - 1]?.terminal === command.terminal ? [blank] : []),
				...commandLines(command, isNews, width - 2, unfolded),
			],
		})),
		{ ...drawing, isRecorded: on !== undefined },
	);
	return sections(
		missingLines(missing, width),
		on ? recordedLines(on, drawing) : commands.length > 0 ? hanging([], how, 'dim', width) : [],
		commands.length > 0
			? windows
			: hanging([], 'No recording has these calls either.', 'plain', width),
	);
}

const how =
	'strace watched a second run of the step, on a sandbox of its own, with other process ids. `man 2 chroot` shows the page chroot(2).';

function commandLines(
	{ text, calls, more }: TracedCommand,
	isNews: (call: TracedCall) => boolean,
	width: number,
	unfolded: boolean,
): Line[] {
	const rest = more > 0 ? hanging([], moreCalls(more), 'dim', width) : [];
	const told = [
		...calls.flatMap((call) => callLines(call, isNews(call), width, unfolded)),
		...rest,
	];
	return [
		...typedLines(text, undefined, width),
		...(told.length > 0 ? told : hanging([span('  ')], noCalls, 'dim', width)),
	];
}

/** Whether there is more to see of these calls. */
export function hasCutCalls({ commands }: Traced, width: number): boolean {
	return commands.some(({ calls }) => calls.some((call) => isCut(call, width - 2)));
}

/** How far it is, or why there is nothing to see. */
export function tracingLines(tracing: Tracing | undefined, steps: number, width: number): Line[] {
	const { at, why } = tracing ?? {};
	if (why !== undefined) {
		return hanging([span('✗ ', 'bad')], why, 'plain', width);
	}
	const doing =
		at === undefined
			? 'Setting a second stage, for strace to watch'
			: `Performing step ${at + 1} of ${steps} again, watched by strace`;
	return sections(
		hanging([span('⋯', 'spinner'), span(' ')], doing, 'heading', width),
		hanging(
			[],
			'strace slows everything down and changes a little of what it watches. So it is not your own run that it watches: the lesson is performed a second time, on a sandbox of its own, up to this step.',
			'dim',
			width,
		),
	);
}
