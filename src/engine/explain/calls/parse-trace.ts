import type { SystemCall } from '../../words/system-call.ts';

/** A call, and the process that made it, by its number on the host. */
export type CallOfProcess = SystemCall & { readonly pid: number };

/**
 * Reads the lines that `strace -f -o FILE` writes, such as
 *
 *     2451 chdir("/") = 0
 *
 * A call that other processes interrupt is printed in two pieces; it is returned where its
 * beginning stood. Lines that are no calls, and ends without a beginning, are left out.
 */
export function parseTrace(text: string): CallOfProcess[] {
	const calls: (CallOfProcess | undefined)[] = [];
	const begun = new Map<string, { readonly place: number; readonly text: string }>();
	for (const line of text.split('\n')) {
		const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
		const beginning = /^(\w+\(.*)<unfinished \.\.\.>$/.exec(rest)?.[1];
		const ending = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
		if (beginning !== undefined) {
			begun.set(pid, { place: calls.length, text: beginning.trimEnd() });
			calls.push(undefined);
		} else if (ending !== undefined) {
			const first = begun.get(pid);
			begun.delete(pid);
			if (first !== undefined) {
				calls[first.place] = parseCall(pid, first.text + ending);
			}
		} else {
			calls.push(parseCall(pid, rest));
		}
	}

	return calls.filter((call) => call !== undefined);
}

function parseCall(pid: string, text: string): CallOfProcess | undefined {
	const [, name, args = '', result = ''] = /^(\w+)\((.*)\) += (.*)$/.exec(text) ?? [];
	return name === undefined
		? undefined
		: { pid: Number(pid), name, args: splitArguments(args), result };
}

/** Divides the arguments of a call at the commas that are in no string, list or structure. */
export function splitArguments(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let isString = false;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (isString) {
			if (character === '\\') {
				at++;
			} else if (character === '"') {
				isString = false;
			}
		} else if (character === '"') {
			isString = true;
		} else if ('[{('.includes(character)) {
			depth++;
		} else if (']})'.includes(character)) {
			depth--;
		} else if (character === ',' && depth === 0) {
			parts.push(text.slice(start, at).trim());
			start = at + 1;
		}
	}

	const last = text.slice(start).trim();
	return parts.length === 0 && last === '' ? [] : [...parts, last];
}
