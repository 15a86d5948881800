import type { Missing } from '../../engine/capabilities.ts';
import { asRoot } from '../as-root.ts';
import type { Situation } from '../situation.ts';
import type { Refused } from '../trials.ts';

/** Why there is no bridge, or no pair of devices, where there can be network namespaces. */
export function explainBridge(refused: Refused, situation: Situation): Missing {
	return {
		cause: `The kernel knows no bridges here, or no pairs of devices (veth)${said(refused)}. They are modules of its own, and may not be loaded or not be installed.`,
		fix: asRoot('Load them, if the kernel has them', ['modprobe --all bridge veth'], situation),
	};
}

/** Why nothing can be held up at a device, where there can be network namespaces. */
export function explainQueue(refused: Refused, situation: Situation): Missing {
	return {
		cause: `The kernel has no token bucket filter here (sch_tbf)${said(refused)}. It is a module of its own, and may not be loaded or not be installed.`,
		fix: asRoot('Load it, if the kernel has it', ['modprobe sch_tbf'], situation),
	};
}

/** Why ping does not reach its own machine. */
export function explainPing(refused: Refused, { circumstances }: Situation): Missing {
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
