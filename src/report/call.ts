import { splitArguments } from '../engine/explain/calls/parse-trace.ts';
import type { TracedCall } from '../engine/words/system-call.ts';
import { counted } from './outcome.ts';

/** Returns what a call returned, without its explanation: `0`, `11964`, `-1 ENOENT`. */
export function resultOf({ result }: TracedCall): string {
	return result.replace(/ \(.*\)$/, '');
}

/** Returns the kernel's answer in words, where it refused; undefined otherwise. */
export function refusalOf({ result }: TracedCall): string | undefined {
	const words = /^-1 E\w+ \((.*)\)$/.exec(result)?.[1];
	return words === undefined ? undefined : `${words}.`;
}

/**
 * Returns how often a call was made: `twice`, `11 times`; undefined where that need not be said.
 */
export function timesOf({ times }: TracedCall): string | undefined {
	return times === 1 ? undefined : times === 2 ? 'twice' : `${times} times`;
}

/** Returns where to read about a call, and how often it was made: `execve(2), twice`. */
export function placeOf(call: TracedCall): string {
	const times = timesOf(call);
	return times === undefined ? call.page : `${call.page}, ${times}`;
}

/**
 * Creates a function that tells whether the explanation of a call is new, so that it is printed
 * once. Each showing of a step takes a function of its own.
 */
export function createNews(): (call: TracedCall) => boolean {
	const explained = new Set<string>();
	return (call) => {
		const { size } = explained;
		explained.add(`${call.page} ${refusalOf(call) ?? ''} ${call.meaning}`);
		return explained.size > size;
	};
}

/**
 * Returns an argument in about `room` characters: of a path the end is kept, of anything else the
 * beginning.
 */
export function shortened(argument: string, room: number): string {
	if (argument.length <= room) {
		return argument;
	}
	const list = /^\[(.*)\]$/.exec(argument)?.[1];
	if (list !== undefined) {
		return `[${beginning(splitArguments(list), ', ', room - 2)}]`;
	}
	if (/^\w+(\|\w+)+$/.test(argument)) {
		return beginning(argument.split('|'), '|', room);
	}
	const text = /^"(.*)"(\.\.\.|…)?$/.exec(argument)?.[1];
	if (text === undefined) {
		return `${argument.slice(0, room - 1)}…`;
	}
	return text.startsWith('/') ? `"…${text.slice(3 - room)}"` : `"${text.slice(0, room - 3)}…"`;
}

/** Returns the items that fit, but at least one, and a mark for the others. */
function beginning(items: readonly string[], between: string, room: number): string {
	const kept: string[] = [];
	for (const item of items) {
		if (kept.length > 0 && [...kept, item, '…'].join(between).length > room) {
			break;
		}
		kept.push(shortened(item, room));
	}
	return (kept.length === items.length ? kept : [...kept, '…']).join(between);
}

/** The words in place of calls, where a command made none that is shown. */
export const noCalls = 'Nothing but what every program asks for.';

/** Returns how many kinds of calls are left out, in words. */
export function moreCalls(more: number): string {
	return `and ${counted(more, 'more kind')} of calls`;
}
