import type { Missing } from '../engine/capabilities.ts';
import { asRoot, programLine } from './as-root.ts';
import {
	seemsContained,
	startForAll,
	startForNamespaces,
	startUnfiltered,
} from './container-flags.ts';
import {
	byCapability,
	byProfile,
	bySeccomp,
	bySeLinux,
	filterElsewhere,
} from './refusal/confinement.ts';
import type { Evidence, Explanation } from './refusal/evidence.ts';
import { explainKind, type Kind } from './refusal/kinds.ts';
import { explainOverlayBy } from './refusal/overlay.ts';
import { byAppArmorSetting, byLimit, bySwitch } from './refusal/settings.ts';
import { byChroot, byHiddenChroot, byKernel, byWindows } from './refusal/surroundings.ts';
import type { Situation } from './situation.ts';
import type { Refused } from './trials.ts';

/** What is certain comes first, and what is only likely last. */
const explanations: readonly Explanation[] = [
	byWindows,
	byLimit,
	bySwitch,
	byChroot,
	bySeccomp,
	byAppArmorSetting,
	byProfile,
	bySeLinux,
	byCapability,
	byKernel,
	byHiddenChroot,
];

/** Why the kernel refused a private mount namespace, or a mount in it. */
export function explainMount(refused: readonly Refused[], situation: Situation): Missing {
	const evidence = gather(refused, situation);
	for (const explain of explanations) {
		const answer = explain(evidence);
		if (answer !== undefined) {
			return answer;
		}
	}

	return {
		cause: `The kernel refuses the namespaces that the sandbox is made of${evidence.said}.`,
		fix: unexplained(situation),
	};
}

/** Why it refused a namespace of another kind. */
export function explainNamespace(kind: Kind, refused: Refused, situation: Situation): Missing {
	return explainKind(kind, gather([refused], situation));
}

/** Why it refused a PID namespace with a procfs, where mounts work. */
export function explainPidNamespace(refused: Refused, situation: Situation): Missing {
	const { circumstances } = situation;
	const { procMasks } = circumstances;
	if (procMasks.length > 0 && /mount \/proc failed/.test(refused.words)) {
		return {
			cause: `Parts of /proc are masked here (${procMasks.slice(0, 2).join(', ')}, …), and a new procfs, which would show them, is refused${gather([refused], situation).said}.`,
			fix: startForNamespaces(circumstances),
		};
	}

	return explainMount([refused], situation);
}

/** Why a mount namespace may not get another root, where mounts work. */
export function explainPivotRoot(refused: Refused, situation: Situation): Missing {
	const evidence = gather([refused], situation);
	const { circumstances } = situation;
	if (
		circumstances.privileges.seccomp !== 'off' &&
		/pivot_root: .*not permitted/.test(refused.words)
	) {
		return {
			cause: `A seccomp filter forbids pivot_root${evidence.said}.`,
			fix: seemsContained(circumstances) ? startUnfiltered(circumstances) : filterElsewhere,
		};
	}

	return {
		cause: `The kernel refuses pivot_root here${evidence.said}. It cannot exchange the root of a chroot, nor that of a system that runs from its initial ramdisk.`,
		fix: 'Start the program outside of the chroot, on a system whose `/` is a disk.',
	};
}

/** Why there are no overlays, where mounts work. */
export function explainOverlay(refused: Refused, situation: Situation): Missing {
	return explainOverlayBy(gather([refused], situation));
}

/** Why a program of others starts no container, where mounts work. */
export function explainTheirs(
	program: 'runc' | 'bwrap',
	refused: Refused,
	situation: Situation,
): Missing {
	const { circumstances } = situation;
	return {
		cause: `${program} is installed, but starts no container here${gather([refused], situation).said}.`,
		fix: seemsContained(circumstances)
			? startForAll(circumstances)
			: 'Nothing to do: the lesson goes on without it, and docs/compared-with-runc.md compares ours with runc’s.',
	};
}

/** Why chroot(2) is refused to root; to others it always is, outside of a user namespace. */
export function explainChroot(refused: Refused, situation: Situation): Missing {
	const { circumstances } = situation;
	return {
		cause: `You are root here, but without CAP_SYS_CHROOT${gather([refused], situation).said}.`,
		fix: seemsContained(circumstances)
			? startForNamespaces(circumstances)
			: 'Start the program from a shell that has all capabilities, such as a fresh login of root.',
	};
}

function unexplained(situation: Situation): string {
	const { circumstances } = situation;
	if (seemsContained(circumstances)) {
		return startForAll(circumstances);
	}

	return circumstances.privileges.uid === 0
		? 'Please report this, with the output of: `npx containers-under-the-hood doctor --json`.'
		: asRoot('Run the walkthrough as root', [programLine(situation)], situation);
}

function gather(refused: readonly Refused[], situation: Situation): Evidence {
	const words = refused.map((one) => one.words).join('\n');
	// unshare says its name twice.
	const [first = ''] = (refused.at(-1)?.words ?? '').replace(/^(\w+): \1/, '$1').split('\n');
	return { words, said: first === '' ? '' : ` (${first})`, ...situation };
}
