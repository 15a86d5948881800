import type { Missing } from '../../engine/capabilities.ts';
import { asRoot, programLine } from '../as-root.ts';
import type { Evidence } from './evidence.ts';

/** Why there are no overlays, where mounts work. */
export function explainOverlayBy(evidence: Evidence): Missing {
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

/** As uname(2) has it: `5.10.0-28-amd64`. */
function isOlderThan(major: number, minor: number, kernel: string): boolean {
	const [, first, second] = /^(\d+)\.(\d+)/.exec(kernel) ?? [];
	if (first === undefined || second === undefined) return false;
	return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
