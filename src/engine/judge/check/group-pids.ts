import { count } from '../amounts.ts';
import type { Evidence, ExpectationOf, Verdict } from '../check.ts';
import { theController } from '../fact-value.ts';
import { increase, ofProcesses } from './group.ts';

/** `group container-group gets 20 processes`, `… gets any number of processes`: no limit. */
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

/** `group container-group refused a process`, `… refused nothing`: the kernel's own count, during the step. */
export function checkGroupRefused(
	{ group, refused }: ExpectationOf<'group-refused'>,
	evidence: Evidence,
): Verdict {
	const times = increase(group, evidence, (look) => theController(look, group, 'pids').refused);
	return { seen: ofProcesses('refused', times), held: refused === times > 0 };
}
