import { isLibrary, matters } from './calls-that-matter.ts';
import { explainCall } from './explain-call.ts';
import type { CallOfProcess } from './parse-trace.ts';
import { errorOf, type SystemCall, type TracedCommand, unquoted } from './system-call.ts';
import { tidyCall } from './tidy-call.ts';

/** More would not be read. */
const most = 40;

/** Of all that a command asked of the kernel, what matters; what is alike, is told once. */
export function chooseCalls(
	{ terminal, text }: { readonly terminal: string; readonly text: string },
	calls: readonly CallOfProcess[],
): TracedCommand {
	const folded = new Map<string, SystemCall & { readonly times: number }>();
	for (const [place, call] of calls.entries()) {
		if (!matters(call, text) || isOneOfMany(call, calls.slice(place + 1), calls)) continue;
		const key = likeness(call);
		const tidy = tidyCall(call);
		const { times, ...first } = folded.get(key) ?? { ...tidy, times: 0 };
		// Of a search along PATH, the place where it ended.
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
 * A search along PATH or the directories of libraries, which found what it looked for later on, or
 * after which the program went on without.
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

/** What is the same in this is told once: one file of each process, one program in each directory of PATH. */
function likeness(call: CallOfProcess): string {
	const { name, args } = tidyCall(call);
	const error = errorOf(call) ?? '';
	if (isSearch(call)) return [name, args[1], error].join(' ');
	if (isLibrary(baseName(call))) return [name, baseName(call), error].join(' ');
	return [name, ...args.map((one) => one.replace(/^"\/proc\/\d+/, '"/proc/N')), error].join(' ');
}

/** Of the file that is opened. */
function baseName({ name, args }: CallOfProcess): string {
	return name === 'openat' ? (unquoted(args[1]).split('/').at(-1) ?? '') : '';
}
