import { asRoot } from '../as-root.ts';
import { seemsContained, startForNamespaces } from '../container-flags.ts';
import type { Evidence, Explanation } from './evidence.ts';

/** What helps against a filter outside of containers. */
export const filterElsewhere =
	'The filter is part of what started this shell, such as a service or a confined app. Start the program in a terminal of its own.';

/** Docker's default filter; it lets a container through that has CAP_SYS_ADMIN. */
export const bySeccomp: Explanation = (evidence) => {
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

/** It has already let us make the namespaces, and refuses what is done in them. */
export const byProfile: Explanation = (evidence) => {
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

export const bySeLinux: Explanation = (evidence) =>
	evidence.circumstances.securityModules.seLinux === 'enforcing' && isDenied(evidence)
		? {
				cause: `SELinux is enforcing, and its rules refuse it${evidence.said}.`,
				fix: unconfine(
					evidence,
					asRoot('See which rule it was', ['ausearch -m avc -ts recent'], evidence),
				),
			}
		: undefined;

export const byCapability: Explanation = (evidence) => {
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

function isDenied({ words }: Evidence): boolean {
	return /permission denied/i.test(words);
}

function unconfine(evidence: Evidence, elsewhere: string): string {
	const { circumstances } = evidence;
	return seemsContained(circumstances) ? startForNamespaces(circumstances) : elsewhere;
}
