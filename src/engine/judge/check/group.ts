import { count, memorySize } from '../amounts.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import { theController, theGroup } from '../fact-value.ts';
import { coresOf } from '../limits.ts';
import { groupAt, processesOf } from '../../words/look-up.ts';
import type { Snapshot } from '../../words/snapshot.ts';
import { parseSize } from './size.ts';

/** Checks `group container-group exists` and `… is missing`. */
export function checkGroup(
	{ group: path, exists }: ExpectationOf<'group'>,
	{ after }: Evidence,
): Verdict {
	const group = groupAt(after, path);
	const seen =
		group === undefined ? `no group ${path}` : `the group, with ${group.controllers.join(', ')}`;
	return { seen, held: exists === !!group };
}

/**
 * Checks `group container-group holds COMMAND`: the process must be in the group with every
 * controller.
 */
export function checkGroupHolds(
	{ group: path, command }: ExpectationOf<'group-holds'>,
	{ after }: Evidence,
): Verdict {
	const group = theGroup(after, path);
	const held = processesOf(after, command).some(({ pid }) => group.members.includes(pid));
	const members = after.processes.filter(({ pid }) => group.members.includes(pid));
	const names = members.map((process) => `${process.pid} ${process.command}`);
	const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
	const holds = `it holds ${names.slice(0, 5).join(', ') || 'nobody'}${more}`;
	// On v1, a process may be in the group of one controller and not in that of another.
	return { seen: held ? holds : `with each of ${group.controllers.join(', ')}, ${holds}`, held };
}

/** Checks `group container-group gets 1 core` and `… gets every core`, which means no quota. */
export function checkGroupCores(
	{ group, cores }: ExpectationOf<'group-cores'>,
	{ after }: Evidence,
): Verdict {
	const limit = theController(after, group, 'cpu');
	const allowed = coresOf(limit);
	const wanted = cores === 'every' ? undefined : Number(cores);
	const seen =
		allowed === undefined
			? 'no quota'
			: `${limit.quota} µs of every ${limit.period} µs: ${count(allowed, 'core')}`;
	return { seen, held: allowed === wanted };
}

/** Checks `group container-group was throttled` and `… was not throttled`, during the step. */
export function checkGroupThrottled(
	{ group, throttled }: ExpectationOf<'group-throttled'>,
	evidence: Evidence,
): Verdict {
	const times = increase(group, evidence, (look) => theController(look, group, 'cpu').throttled);
	return { seen: `throttled ${count(times, 'time')}`, held: throttled === times > 0 };
}

/**
 * Checks `group container-group gets 1000M of memory` and `… gets all memory`, which means no
 * limit.
 */
export function checkGroupMemory(
	{ group, memory }: ExpectationOf<'group-memory'>,
	{ after }: Evidence,
): Verdict {
	const { limit } = theController(after, group, 'memory');
	return {
		seen: limit === undefined ? 'no limit' : memorySize(limit),
		held: limit === (memory === 'all' ? undefined : wholePages(parseSize(memory))),
	};
}

/**
 * Checks `group container-group killed a process` and `… killed nothing`, by the kernel's own count
 * during the step.
 */
export function checkGroupKilled(
	{ group, killed }: ExpectationOf<'group-killed'>,
	evidence: Evidence,
): Verdict {
	const times = increase(group, evidence, (look) => theController(look, group, 'memory').killed);
	return { seen: ofProcesses('killed', times), held: killed === times > 0 };
}

/**
 * Returns by how much a counter of a group rose during the step; for a group that was not there
 * before, from 0.
 */
export function increase(
	group: string,
	{ before, after }: Evidence,
	counter: (look: Snapshot) => number,
): number {
	return counter(after) - (groupAt(before, group) === undefined ? 0 : counter(before));
}

/**
 * Returns what a group did, with the number of processes that it did it to: `killed 2 processes`.
 */
export function ofProcesses(did: string, times: number): string {
	return times === 0 ? `${did} nothing` : `${did} ${count(times, 'process', 'processes')}`;
}

/** Returns a number of bytes as the kernel keeps a limit, rounded down to whole pages. */
function wholePages(bytes: number): number {
	return bytes - (bytes % 4096);
}
