import { splitArguments } from '../engine/trace/parse-trace.ts';
import type { TracedCall } from '../engine/trace/system-call.ts';
import { counted } from './outcome.ts';

/** How a call ended: `0`, `11964`, `-1 ENOENT`. */
export function resultOf({ result }: TracedCall): string {
	return result.replace(/ \(.*\)$/, '');
}

/** What the kernel answered in words, where it refused. */
export function refusalOf({ result }: TracedCall): string | undefined {
	const words = /^-1 E\w+ \((.*)\)$/.exec(result)?.[1];
	return words === undefined ? undefined : `${words}.`;
}

/** `twice`, `11 times`; undefined where that need not be said. */
export function timesOf({ times }: TracedCall): string | undefined {
	return times === 1 ? undefined : times === 2 ? 'twice' : `${times} times`;
}

/** Where to read of it, and how often it was made: `execve(2), twice`. */
export function placeOf(call: TracedCall): string {
	const times = timesOf(call);
	return times === undefined ? call.page : `${call.page}, ${times}`;
}

/** Whether what this call is for was not said of one before; each time a step is told begins anew. */
export function createNews(): (call: TracedCall) => boolean {
	const told = new Set<string>();
	return (call) => {
		const { size } = told;
		told.add(`${call.page} ${refusalOf(call) ?? ''} ${call.meaning}`);
		return told.size > size;
	};
}

/** An argument in about `room` characters: of a path the end is kept, of anything else the beginning. */
export function shortened(argument: string, room: number): string {
	if (argument.length <= room) return argument;
	const list = /^\[(.*)\]$/.exec(argument)?.[1];
	if (list !== undefined) return `[${beginning(splitArguments(list), ', ', room - 2)}]`;
	if (/^\w+(\|\w+)+$/.test(argument)) return beginning(argument.split('|'), '|', room);
	const text = /^"(.*)"(\.\.\.|…)?$/.exec(argument)?.[1];
	if (text === undefined) return `${argument.slice(0, room - 1)}…`;
	return text.startsWith('/') ? `"…${text.slice(3 - room)}"` : `"${text.slice(0, room - 3)}…"`;
}

/** The items that fit, at least one, and a mark for the others. */
function beginning(items: readonly string[], between: string, room: number): string {
	const kept: string[] = [];
	for (const item of items) {
		if (kept.length > 0 && [...kept, item, '…'].join(between).length > room) break;
		kept.push(shortened(item, room));
	}
	return (kept.length === items.length ? kept : [...kept, '…']).join(between);
}

/** In place of calls, where a command made none that is shown. */
export const noCalls = 'Nothing but what every program asks for.';

export function moreCalls(more: number): string {
	return `and ${counted(more, 'more kind')} of calls`;
}
