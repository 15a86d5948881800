import type { TracedCall } from '../../engine/words/system-call.ts';
import { refusalOf, resultOf, shortened, timesOf } from '../../report/call.ts';
import { dim, plain, type Span as ProseSpan } from '../../report/span.ts';
import { wrap } from '../../report/wrap.ts';
import type { Line } from './line.ts';
import { endless, justified, span, widthOf, wrapped } from './line.ts';

/**
 * A call as strace writes it, with the page of its manual; below it what it is for.
 * @param isNews that was not told yet, and is
 */
export function callLines(
	call: TracedCall,
	isNews: boolean,
	width: number,
	unfolded: boolean,
): Line[] {
	const rows = callRows(call, roomIn(call, width, unfolded), width);
	const place = placeOf(call);
	const beside = justified(rows.at(-1) ?? [], [span(place, 'dim')], width);
	const told = beside ? [...rows.slice(0, -1), beside] : rows;
	if (isNews) {
		return [...told, ...meaningLines(call, beside ? [] : [dim(` [${place}]`)], width)];
	}
	return beside || call.times === 1 ? told : [...told, [span(`  [${place}]`, 'dim')]];
}

/** Whether its arguments are not shown whole. */
export function isCut(call: TracedCall, width: number): boolean {
	const room = roomIn(call, width, false);
	return call.args.some((argument) => argument.length > room);
}

function placeOf(call: TracedCall): string {
	const times = timesOf(call);
	return times === undefined ? call.page : `${times}, ${call.page}`;
}

/** For each argument: as much as leaves it at two rows, or at the least that can be read. */
function roomIn(call: TracedCall, width: number, unfolded: boolean): number {
	if (unfolded || width > endless) {
		return Infinity;
	}
	return rooms.find((room) => callRows(call, room, width).length <= 2) ?? least;
}

const least = 24;
const rooms = [Infinity, 64, 48, 36, least];

/** Where it is too wide it goes on below, between arguments. */
function callRows(call: TracedCall, room: number, width: number): Line[] {
	const { name, args } = call;
	const result = resultOf(call);
	const style = refusalOf(call) ? 'bad' : result === '0' ? 'dim' : 'plain';
	const ending = [span(') = '), span(result, style)];
	let rows: Line[] = [[span(name, 'command'), span('(')]];
	for (const [index, argument] of args.entries()) {
		const after = index < args.length - 1 ? [span(',')] : ending;
		const piece = [span(shortened(argument, room), 'code'), ...after];
		rows = added(rows, index === 0 ? [] : [span(' ')], piece, width);
	}
	return args.length > 0 ? rows : added(rows, [], ending, width);
}

/** What is too wide for a row by itself is broken anywhere. */
function added(rows: readonly Line[], gap: Line, piece: Line, width: number): Line[] {
	const beside = [...(rows.at(-1) ?? []), ...gap, ...piece];
	if (widthOf(beside) <= width) {
		return [...rows.slice(0, -1), beside];
	}
	const [first, ...rest] = piece;
	const room = width - hang.length - widthOf(rest);
	const parts = wrapped(first?.text ?? '', room, { wordWrap: false, trim: false });
	const below = parts.map((part): Line => [span(hang), span(part, first?.style)]);
	return [...rows, ...below.slice(0, -1), [...(below.at(-1) ?? []), ...rest]];
}

const hang = '    ';

/** A refusal is told first, in the words of the kernel. */
function meaningLines(call: TracedCall, after: readonly ProseSpan[], width: number): Line[] {
	const refusal = refusalOf(call);
	const mark = refusal === undefined ? span('  ') : span('✗ ', 'bad');
	const words: ProseSpan[] =
		refusal === undefined ? [] : [{ text: `${refusal} `, style: 'strong' }];
	return wrap([...words, plain(call.meaning), ...after], width - 2).map((line, index) => [
		index === 0 ? mark : span('  '),
		...line,
	]);
}
