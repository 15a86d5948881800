import type { Missing } from '../engine/capabilities.ts';
import { readText } from '../kernel/read.ts';

/** Why the kernel refused a namespace or a mount, from its settings and the tool's words. */
export function explainRefusal(words: string): Missing {
	const said = words === '' ? '' : ` (${words})`;
	if (setting('user/max_user_namespaces') === '0') {
		return {
			cause: `User namespaces are switched off here: user.max_user_namespaces is 0${said}.`,
			fix: 'Run as root, or: `sudo sysctl -w user.max_user_namespaces=10000`.',
		};
	}

	if (setting('kernel/unprivileged_userns_clone') === '0') {
		return {
			cause: `User namespaces are for root only here: kernel.unprivileged_userns_clone is 0${said}.`,
			fix: 'Run as root, or: `sudo sysctl -w kernel.unprivileged_userns_clone=1`.',
		};
	}

	if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1') {
		return {
			cause: `AppArmor keeps ordinary users from using user namespaces here${said}.`,
			fix: 'Run as root, or: `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`.',
		};
	}

	if (words.includes('propagation: Invalid argument')) {
		return {
			cause: `You are in a chroot, and its / is not a mount, so there can be no private mounts${said}.`,
			fix: 'Leave it, or enter it again after `mount --bind DIRECTORY DIRECTORY`.',
		};
	}

	return {
		cause: `The kernel refuses the namespaces that the sandbox is made of${said}.`,
		fix: 'Inside a container this takes `docker run --privileged`; elsewhere, run as root.',
	};
}

const setting = (name: string) => readText(`/proc/sys/${name}`)?.trim();
