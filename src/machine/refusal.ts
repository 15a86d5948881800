import type { Missing } from '../engine/words/provisions.ts';
import { asRoot, programLine } from './root-advice.ts';
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
import type { RefusalEvidence, ExplainRefusal } from './refusal/evidence.ts';
import { explainKind, type StepNamespace } from './refusal/kinds.ts';
import { explainOverlayBy } from './refusal/overlay.ts';
import { byAppArmorSetting, byLimit, bySwitch } from './refusal/settings.ts';
import { byChroot, byHiddenChroot, byKernel, byWindows } from './refusal/surroundings.ts';
import type { Findings } from './findings.ts';
import type { Refused } from './trials.ts';

/**
 * The explanations of a refusal, those that are certain first, and those that are only likely last.
 */
const explanations: readonly ExplainRefusal[] = [
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

/**
 * Returns why the kernel refused a private mount namespace, or a mount in it, and what would help.
 */
export function explainMount(refused: readonly Refused[], findings: Findings): Missing {
	const evidence = gather(refused, findings);
	for (const explain of explanations) {
		const answer = explain(evidence);
		if (answer !== undefined) {
			return answer;
		}
	}

	return {
		cause: `The kernel refuses the namespaces that the sandbox is made of${evidence.said}.`,
		fix: unexplained(findings),
	};
}

/** Returns why the kernel refused a namespace of another kind, and what would help. */
export function explainNamespace(
	kind: StepNamespace,
	refused: Refused,
	findings: Findings,
): Missing {
	return explainKind(kind, gather([refused], findings));
}

/** Returns why the kernel refused a PID namespace with a procfs, where mounts work. */
export function explainPidNamespace(refused: Refused, findings: Findings): Missing {
	const { circumstances } = findings;
	const { procMasks } = circumstances;
	if (procMasks.length > 0 && /mount \/proc failed/.test(refused.words)) {
		return {
			cause: `Parts of /proc are masked here (${procMasks.slice(0, 2).join(', ')}, …), and a new procfs, which would show them, is refused${gather([refused], findings).said}.`,
			fix: startForNamespaces(circumstances),
		};
	}

	return explainMount([refused], findings);
}

/** Returns why a mount namespace may not get another root, where mounts work. */
export function explainPivotRoot(refused: Refused, findings: Findings): Missing {
	const evidence = gather([refused], findings);
	const { circumstances } = findings;
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

/** Returns why there are no overlays, where mounts work. */
export function explainOverlay(refused: Refused, findings: Findings): Missing {
	return explainOverlayBy(gather([refused], findings));
}

/** Returns why runc or bwrap starts no container, where mounts work. */
export function explainTheirs(
	program: 'runc' | 'bwrap',
	refused: Refused,
	findings: Findings,
): Missing {
	const { circumstances } = findings;
	return {
		cause: `${program} is installed, but starts no container here${gather([refused], findings).said}.`,
		fix: seemsContained(circumstances)
			? startForAll(circumstances)
			: 'Nothing to do: the lesson goes on without it, and docs/compared-with-runc.md compares ours with runc’s.',
	};
}

/**
 * Returns why chroot(2) is refused to root; to others it always is, outside of a user namespace.
 */
export function explainChroot(refused: Refused, findings: Findings): Missing {
	const { circumstances } = findings;
	return {
		cause: `You are root here, but without CAP_SYS_CHROOT${gather([refused], findings).said}.`,
		fix: seemsContained(circumstances)
			? startForNamespaces(circumstances)
			: 'Start the program from a shell that has all capabilities, such as a fresh login of root.',
	};
}

function unexplained(findings: Findings): string {
	const { circumstances } = findings;
	if (seemsContained(circumstances)) {
		return startForAll(circumstances);
	}

	return circumstances.privileges.uid === 0
		? 'Please report this, with the output of: `npx containers-under-the-hood doctor --json`.'
		: asRoot('Run the walkthrough as root', [programLine(findings)], findings);
}

function gather(refused: readonly Refused[], findings: Findings): RefusalEvidence {
	const words = refused.map((one) => one.words).join('\n');
	// unshare prints its name twice.
	const [first = ''] = (refused.at(-1)?.words ?? '').replace(/^(\w+): \1/, '$1').split('\n');
	return { words, said: first === '' ? '' : ` (${first})`, ...findings };
}
