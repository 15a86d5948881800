import { asRoot, programLine } from '../root-advice.ts';
import type { RefusalEvidence, ExplainRefusal } from './evidence.ts';

/** Explains a refusal by version 1 of WSL, which imitates Linux and has no namespaces. */
export const byWindows: ExplainRefusal = ({ circumstances, said }) =>
	circumstances.wsl === 1
		? {
				cause: `This is version 1 of WSL, which imitates Linux and has no namespaces${said}.`,
				fix: 'Make it version 2, in a terminal of Windows, with the name that `wsl --list` shows: `wsl --set-version NAME 2`.',
			}
		: undefined;

/**
 * Explains a refusal by a chroot, in which nobody may make a user namespace, user_namespaces(7),
 * nor make private what is no mount.
 */
export const byChroot: ExplainRefusal = (evidence) => {
	const { root, privileges } = evidence.circumstances;
	if (!root.isMount) {
		const [said = ''] = evidence.words.split('\n');
		return {
			cause: `You are in a chroot, and its / is not a mount, so there can be no private mounts (${said}).`,
			fix: 'Leave it, or make its directory a mount before root enters it again: `mount --bind DIRECTORY DIRECTORY`.',
		};
	}

	return root.isChanged === true && !privileges.effective.has('CAP_SYS_ADMIN')
		? {
				cause: `You are in a chroot, in which the kernel makes no user namespaces${evidence.said}.`,
				fix: leaveChroot(evidence),
			}
		: undefined;
};

/**
 * Explains a refusal by a chroot that cannot be seen: nothing else that makes the kernel refuse a
 * user namespace in these words stays hidden.
 */
export const byHiddenChroot: ExplainRefusal = (evidence) => {
	const { privileges } = evidence.circumstances;
	return /unshare failed: Operation not permitted/.test(evidence.words) &&
		privileges.uid !== 0 &&
		privileges.seccomp === 'off'
		? {
				cause: `The kernel refuses user namespaces here${evidence.said}, as it does in a chroot: very likely you are in one.`,
				fix: leaveChroot(evidence),
			}
		: undefined;
};

const leaveChroot = (evidence: RefusalEvidence) =>
	asRoot('Leave it, or run the walkthrough as root', [programLine(evidence)], evidence);

/** Explains a refusal by a kernel that was built without user namespaces. */
export const byKernel: ExplainRefusal = (evidence) => {
	const { userNamespaces, privileges } = evidence.circumstances;
	if ('user.max_user_namespaces' in userNamespaces.limits) {
		return undefined;
	}

	return {
		cause: `This kernel was built without user namespaces (CONFIG_USER_NS)${evidence.said}.`,
		fix:
			privileges.uid === 0
				? 'Start the program where root has every capability: here it is confined.'
				: asRoot('Run the walkthrough as root', [programLine(evidence)], evidence),
	};
};
