import type { Missing } from '../../engine/words/provisions.ts';
import { asRoot, programLine } from '../root-advice.ts';
import type { RefusalEvidence } from './evidence.ts';

/** Returns why there are no overlays, where mounts work. */
export function explainOverlayBy(evidence: RefusalEvidence): Missing {
	const { circumstances, words, said } = evidence;
	const { kernel } = circumstances.machine;
	if (isOlderThan(5, 11, kernel)) {
		return {
			cause: `This is Linux ${kernel}, and overlayfs takes the option userxattr only since 5.11${said}. Without it, only the root of the machine may mount it.`,
			fix: 'Nothing to do here: it takes a newer kernel, such as the one of a current distribution.',
		};
	}

	if (/unknown filesystem type/.test(words)) {
		return {
			cause: `The kernel has no overlayfs here, or has not loaded its module${said}.`,
			fix: asRoot('Load it, outside if this is a container', ['modprobe overlay'], evidence),
		};
	}

	return {
		cause: `The kernel refuses a mount of overlayfs here${said}.`,
		fix:
			circumstances.privileges.uid === 0
				? 'See what the kernel itself says of it, in the last lines of: `dmesg`.'
				: asRoot('Run the walkthrough as root', [programLine(evidence)], evidence),
	};
}

/**
 * Whether a kernel is older than a version.
 * @param kernel Its release, as uname(2) returns it: `5.10.0-28-amd64`.
 */
function isOlderThan(major: number, minor: number, kernel: string): boolean {
	const [, first, second] = /^(\d+)\.(\d+)/.exec(kernel) ?? [];
	if (first === undefined || second === undefined) {
		return false;
	}
	return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
