import { asRoot } from '../root-advice.ts';
import { seemsContained, startForNamespaces } from '../container-flags.ts';
import type { RefusalEvidence, ExplainRefusal } from './evidence.ts';

/** The fix for a filter outside of containers. */
export const filterElsewhere =
	'The filter is part of what started this shell, such as a service or a confined app. Start the program in a terminal of its own.';

/**
 * Explains a refusal by a filter on system calls. Docker's default filter lets a container through
 * that has CAP_SYS_ADMIN.
 */
export const bySeccomp: ExplainRefusal = (evidence) => {
	const { privileges } = evidence.circumstances;
	if (
		privileges.seccomp === 'off' ||
		!/unshare failed: Operation not permitted/.test(evidence.words)
	) {
		return undefined;
	}

	const more =
		privileges.uid === 0 && !privileges.effective.has('CAP_SYS_ADMIN')
			? ', and root has no CAP_SYS_ADMIN here'
			: '';
	return {
		cause: `A seccomp filter forbids making namespaces${more}${evidence.said}.`,
		fix: unconfine(evidence, filterElsewhere),
	};
};

/**
 * Explains a refusal by an AppArmor profile, which lets the namespaces be made, and refuses what is
 * done in them.
 */
export const byProfile: ExplainRefusal = (evidence) => {
	const { appArmorProfile } = evidence.circumstances.securityModules;
	return appArmorProfile !== undefined && isDenied(evidence)
		? {
				cause: `The AppArmor profile ${appArmorProfile} forbids mounts${evidence.said}.`,
				fix: unconfine(
					evidence,
					'The profile is that of what started this shell. Start the program in a terminal of its own.',
				),
			}
		: undefined;
};

/** Explains a refusal by SELinux. */
export const bySeLinux: ExplainRefusal = (evidence) =>
	evidence.circumstances.securityModules.seLinux === 'enforcing' && isDenied(evidence)
		? {
				cause: `SELinux is enforcing, and its rules refuse it${evidence.said}.`,
				fix: unconfine(
					evidence,
					asRoot('See which rule it was', ['ausearch -m avc -ts recent'], evidence),
				),
			}
		: undefined;

/** Explains a refusal by a capability that root lacks. */
export const byCapability: ExplainRefusal = (evidence) => {
	const { uid, effective } = evidence.circumstances.privileges;
	const missing = (['CAP_SYS_ADMIN', 'CAP_SETFCAP'] as const).filter(
		(name) => !effective.has(name),
	);
	if (uid !== 0 || effective.has('CAP_SYS_ADMIN')) {
		return undefined;
	}

	return {
		cause: `You are root here, but without ${missing.join(' and ')}${evidence.said}.`,
		fix: unconfine(
			evidence,
			'Start the program from a shell that has all capabilities, such as a fresh login of root.',
		),
	};
};

function isDenied({ words }: RefusalEvidence): boolean {
	return /permission denied/i.test(words);
}

function unconfine(evidence: RefusalEvidence, elsewhere: string): string {
	const { circumstances } = evidence;
	return seemsContained(circumstances) ? startForNamespaces(circumstances) : elsewhere;
}
