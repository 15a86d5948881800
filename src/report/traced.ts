import type { EventOf } from '../engine/words/event.ts';
import { type TracedCall, type TracedCommand, writeCall } from '../engine/words/system-call.ts';
import { createNews, moreCalls, noCalls, placeOf } from './call.ts';
import { layoutReasons } from './outcome.ts';
import { layoutOrigin } from './recorded.ts';
import { dim, indent, plain, type StyledLine } from './span.ts';
import { layoutTypedLines } from './transcript.ts';
import { wrap } from './wrap.ts';

/**
 * Returns what a step asked of the kernel, as lines. Calls are not wrapped, so that they can be
 * copied.
 */
export function layoutTraced(
	{ index, commands, on, missing }: EventOf<'traced'>,
	width: number,
): StyledLine[] {
	const isNews = createNews();
	return [
		[{ text: `Under the hood of step ${index + 1}`, style: 'strong' }],
		...layoutReasons(missing, width),
		...(on === undefined ? [] : layoutOrigin(on, width)),
		...commands.flatMap((command, index) => [
			...(index === 0 ? [] : [[]]),
			...layoutCommandCalls(command, isNews, width),
		]),
	];
}

function layoutCommandCalls(
	command: TracedCommand,
	isNews: (call: TracedCall) => boolean,
	width: number,
): StyledLine[] {
	const { calls, more } = command;
	const notes = [...(calls.length === 0 ? [noCalls] : []), ...(more > 0 ? [moreCalls(more)] : [])];
	return [
		...layoutTypedLines([command]),
		...calls.flatMap((call) => layoutCall(call, isNews(call), width)),
		...notes.flatMap((note) => indent(wrap([dim(note)], width - 4), 4)),
	];
}

function layoutCall(call: TracedCall, isNews: boolean, width: number): StyledLine[] {
	return [
		...indent([[{ text: writeCall(call), style: 'code' }, dim(`  [${placeOf(call)}]`)]], 4),
		...(isNews ? indent(wrap([plain(call.meaning)], width - 6), 6) : []),
	];
}
