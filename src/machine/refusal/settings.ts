import { asRoot, programLine } from '../root-advice.ts';
import { seemsContained } from '../container-flags.ts';
import type { RefusalEvidence, ExplainRefusal } from './evidence.ts';

/**
 * Explains a refusal by a limit: 0 forbids a kind of namespace, and ENOSPC is also what the 33rd
 * nested user namespace gets; namespaces(7).
 */
export const byLimit: ExplainRefusal = (evidence) => {
	const { circumstances, words, said } = evidence;
	const isMet = /No space left on device/.test(words);
	const setting = ['user', 'mnt', 'pid']
		.filter((kind) => kind !== 'user' || needsUserNamespace(evidence))
		.map((kind) => `user.max_${kind}_namespaces`)
		.find((name) => circumstances.userNamespaces.limits[name] === 0);
	if (setting !== undefined) {
		return {
			cause: `Nobody may make ${kinds[setting] ?? ''} namespaces here: ${setting} is 0${said}.`,
			fix: change(`${setting}=10000`, evidence),
		};
	}

	return isMet
		? {
				cause: `There are as many namespaces as may be, here or in a namespace around this one${said}.`,
				fix: 'End other containers and sandboxes, or leave the namespace that you are in, and try again.',
			}
		: undefined;
};

const kinds: Readonly<Record<string, string>> = {
	'user.max_user_namespaces': 'user',
	'user.max_mnt_namespaces': 'mount',
	'user.max_pid_namespaces': 'PID',
};

/** Explains a refusal by Debian's switch for unprivileged user namespaces. */
export const bySwitch: ExplainRefusal = (evidence) =>
	evidence.circumstances.userNamespaces.unprivilegedClone === false && needsUserNamespace(evidence)
		? {
				cause: `Only root may make user namespaces here: kernel.unprivileged_userns_clone is 0${evidence.said}.`,
				fix: change('kernel.unprivileged_userns_clone=1', evidence),
			}
		: undefined;

/**
 * Explains a refusal by Ubuntu's default since 23.10: the namespace is made, but nothing may be
 * done in it.
 */
export const byAppArmorSetting: ExplainRefusal = (evidence) =>
	evidence.circumstances.userNamespaces.restrictedByAppArmor === true &&
	needsUserNamespace(evidence)
		? {
				cause: `AppArmor keeps ordinary users from using user namespaces here: kernel.apparmor_restrict_unprivileged_userns is 1${evidence.said}.`,
				fix: change('kernel.apparmor_restrict_unprivileged_userns=0', evidence),
			}
		: undefined;

/**
 * Whether the stage takes a user namespace; root with CAP_SYS_ADMIN makes mount namespaces without
 * one.
 */
function needsUserNamespace({ circumstances }: RefusalEvidence): boolean {
	return !circumstances.privileges.effective.has('CAP_SYS_ADMIN');
}

/** Returns the line that changes a setting, and what else helps. */
export function change(setting: string, evidence: RefusalEvidence): string {
	const { circumstances } = evidence;
	const lead = seemsContained(circumstances)
		? 'Allow it until the machine is started again, outside if this is a container'
		: 'Allow it until the machine is started again';
	const sysctl = asRoot(lead, [`sysctl -w ${setting}`], evidence);
	return circumstances.privileges.uid === 0
		? sysctl
		: `${sysctl} ${asRoot('Or run the walkthrough as root', [programLine(evidence)], evidence)}`;
}
