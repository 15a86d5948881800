import { memorySize } from '../amounts.ts';
import type { Evidence, ExpectationOf } from '../check.ts';
import type { Verdict } from '../../words/verdict.ts';
import type { Process } from '../../words/snapshot.ts';
import { parseSize } from './size.ts';
import { ofSeveral, some } from './some.ts';

/**
 * The factor by which the limit may be exceeded: headers, and what a queue lets through at once,
 * are not counted against the learner.
 */
const tolerance = 1.1;
/** The share of the limit that counts as silence: neighbours send as much to find each other. */
const silence = 0.001;

/**
 * Checks `process COMMAND sends at most 1M a second`, by what leaves its network namespace. Silence
 * is not enough.
 */
export function checkSends({ command, most }: ExpectationOf<'sends'>, evidence: Evidence): Verdict {
	const processes = some(evidence, command);
	const limit = parseSize(most);
	const isFine = ({ network }: Process) => {
		const sending = network?.sending ?? 0;
		return sending > limit * silence && sending <= limit * tolerance;
	};
	const [odd = processes[0]] = processes.filter((process) => !isFine(process));
	return { seen: `${ofSeveral(processes)}${describe(odd)}`, held: isFine(odd) };
}

function describe({ pid, network }: Process): string {
	if (network === undefined) {
		return `process ${pid} is in the network namespace of the host`;
	}

	const { sending } = network;
	const place = `the network namespace of process ${pid}`;
	return sending === undefined
		? `what leaves ${place} has not been measured yet`
		: `${sending === 0 ? 'nothing leaves' : `${memorySize(sending)} a second leave`} ${place}`;
}
