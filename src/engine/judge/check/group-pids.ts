import { count } from '../amounts.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import { theController } from '../fact-value.ts';
import { increase, ofProcesses } from './group.ts';

/**
 * Checks `group container-group gets 20 processes` and `… gets any number of processes`, which
 * means no limit.
 */
export function checkGroupProcesses(
	{ group, processes }: ExpectationOf<'group-processes'>,
	{ after }: Evidence,
): Verdict {
	const { limit } = theController(after, group, 'pids');
	return {
		seen: limit === undefined ? 'no limit' : count(limit, 'process', 'processes'),
		held: limit === (processes === 'any' ? undefined : Number(processes)),
	};
}

/**
 * Checks `group container-group refused a process` and `… refused nothing`, by the kernel's own
 * count during the step.
 */
export function checkGroupRefused(
	{ group, refused }: ExpectationOf<'group-refused'>,
	evidence: Evidence,
): Verdict {
	const times = increase(group, evidence, (look) => theController(look, group, 'pids').refused);
	return { seen: ofProcesses('refused', times), held: refused === times > 0 };
}
