import type { Missing } from '../../engine/words/provisions.ts';
import { asRoot } from '../root-advice.ts';
import type { Findings } from '../findings.ts';
import type { Refused } from '../trials.ts';

/** Returns why there is no bridge, or no pair of devices, where network namespaces work. */
export function explainBridge(refused: Refused, findings: Findings): Missing {
	return {
		cause: `The kernel knows no bridges here, or no pairs of devices (veth)${said(refused)}. They are modules of its own, and may not be loaded or not be installed.`,
		fix: asRoot('Load them, if the kernel has them', ['modprobe --all bridge veth'], findings),
	};
}

/** Returns why no queue can hold packets up at a device, where network namespaces work. */
export function explainQueue(refused: Refused, findings: Findings): Missing {
	return {
		cause: `The kernel has no token bucket filter here (sch_tbf)${said(refused)}. It is a module of its own, and may not be loaded or not be installed.`,
		fix: asRoot('Load it, if the kernel has it', ['modprobe sch_tbf'], findings),
	};
}

/** Returns why ping does not reach its own machine. */
export function explainPing(refused: Refused, { circumstances }: Findings): Missing {
	return {
		cause: `ping does not work in a network namespace here${said(refused)}.`,
		fix:
			circumstances.privileges.uid === 0
				? 'Nothing to do: the lesson connects instead, which shows the same.'
				: 'Nothing to do: the lesson connects instead, which shows the same. Run as root, it pings.',
	};
}

function said({ words }: Refused): string {
	const [line = ''] = words.split('\n');
	return line === '' ? '' : ` (${line})`;
}
