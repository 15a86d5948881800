import { isLibrary, matters } from './calls-that-matter.ts';
import { explainCall } from './explain-call.ts';
import type { CallOfProcess } from './parse-trace.ts';
import { errorOf, type SystemCall, type TracedCommand, unquoted } from '../../words/system-call.ts';
import { tidyCall } from './tidy-call.ts';

/** The number of calls that are shown of one command: nobody would read more. */
const most = 40;

/**
 * Returns the calls of one command that matter, in their order and explained; calls that are alike
 * are listed once, with how often they were made.
 */
export function chooseCalls(
	{ terminal, text }: { readonly terminal: string; readonly text: string },
	calls: readonly CallOfProcess[],
): TracedCommand {
	const folded = new Map<string, SystemCall & { readonly times: number }>();
	for (const [place, call] of calls.entries()) {
		if (!matters(call, text) || isOneOfMany(call, calls.slice(place + 1), calls)) {
			continue;
		}
		const key = likeness(call);
		const tidy = tidyCall(call);
		const { times, ...first } = folded.get(key) ?? { ...tidy, times: 0 };
		// Of a search along PATH, the last call is kept, as it tells where the search ended.
		folded.set(key, { ...(isSearch(call) ? tidy : first), times: times + 1 });
	}

	const chosen = [...folded.values()];
	return {
		terminal,
		text,
		calls: chosen.slice(0, most).map((call) => ({ ...call, ...explainCall(call) })),
		more: Math.max(0, chosen.length - most),
	};
}

/**
 * Whether the call is one of a search along PATH, or through the directories of libraries, that
 * found later on what it looked for, or that the program went on without.
 */
function isOneOfMany(
	call: CallOfProcess,
	later: readonly CallOfProcess[],
	all: readonly CallOfProcess[],
): boolean {
	if (isSearch(call)) {
		return later.some((one) => isSameProgram(one, call) && errorOf(one) === undefined);
	}

	const file = baseName(call);
	return (
		isLibrary(file) &&
		(all.some((one) => baseName(one) === file && errorOf(one) === undefined) ||
			later.some((one) => one.pid === call.pid && one.name !== 'write' && baseName(one) !== file))
	);
}

function isSearch(call: CallOfProcess): boolean {
	return call.name === 'execve' && errorOf(call) === 'ENOENT';
}

function isSameProgram(one: CallOfProcess, other: CallOfProcess): boolean {
	return one.name === 'execve' && one.pid === other.pid && one.args[1] === other.args[1];
}

/**
 * Returns what calls that are told as one have in common: one file of every process, one program in
 * every directory of PATH.
 */
function likeness(call: CallOfProcess): string {
	const { name, args } = tidyCall(call);
	const error = errorOf(call) ?? '';
	if (isSearch(call)) {
		return [name, args[1], error].join(' ');
	}
	if (isLibrary(baseName(call))) {
		return [name, baseName(call), error].join(' ');
	}
	return [name, ...args.map((one) => one.replace(/^"\/proc\/\d+/, '"/proc/N')), error].join(' ');
}

/**
 * Returns the name of the file that a call opens, without its directory; empty for any other call.
 */
function baseName({ name, args }: CallOfProcess): string {
	return name === 'openat' ? (unquoted(args[1]).split('/').at(-1) ?? '') : '';
}
