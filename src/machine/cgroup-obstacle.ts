import type { Missing } from '../engine/words/provisions.ts';
import { controllers } from '../kernel/controllers.ts';
import { isWithin } from '../kernel/paths.ts';
import { asRoot, programLine } from './root-advice.ts';
import { seemsContained, startForAll } from './container-flags.ts';
import type { Findings } from './findings.ts';
import type { CgroupObstacle } from './cgroup-place.ts';
import { explainNoScope } from './no-scope.ts';

/** Returns why there are no limits here, and what would help. */
export function explainObstacle(obstacle: CgroupObstacle, findings: Findings): Missing {
	switch (obstacle.kind) {
		case 'not mounted':
			return notMounted(findings);
		case 'split':
			return {
				cause: `The cpu controller is on cgroup ${obstacle.cpu} here, and memory on ${obstacle.memory}: no group can have both.`,
				fix: oneVersion,
			};
		case 'not writable':
			return notWritable(obstacle, findings);
		case 'outside':
			return {
				cause: `The cgroups below ${obstacle.directory} are outside of the cgroup namespace here, and no process can be moved out of that.`,
				fix: startForAll(findings.circumstances),
			};
		case 'user namespace':
			return {
				cause:
					'The controllers are on cgroup v1 here, and in a user namespace, which the sandbox has here, they cannot be mounted.',
				fix: seemsContained(findings.circumstances)
					? startForAll(findings.circumstances)
					: runAsRoot(findings),
			};
		case 'not handed on':
			return notHandedOn(obstacle, findings);
		case 'no systemd':
			return {
				cause:
					'Only systemd delegates cgroups to ordinary users, and this machine was not started with it.',
				fix: findings.circumstances.wsl === 2 ? bootSystemd : runAsRoot(findings),
			};
		case 'no scope':
			return explainNoScope(obstacle.words, findings);
		case 'not delegated':
			return notDelegated(obstacle.controllers, findings);
	}
}

function notMounted(findings: Findings): Missing {
	const { cgroups, root } = findings.circumstances;
	const { disabled, mounts } = cgroups;
	if (disabled.length > 0) {
		return {
			cause: `The kernel was started without the controllers ${disabled.join(', ')}.`,
			fix: `Add these words to the kernel's command line, on a Raspberry Pi in /boot/firmware/cmdline.txt, and start the machine again: \`${disabled.map((name) => `cgroup_enable=${name}`).join(' ')}\`.`,
		};
	}

	if (root.isChanged === true && mounts.length === 0) {
		return {
			cause: 'No cgroup file system is mounted in this chroot.',
			fix: asRoot(
				'Mount it there, from outside of the chroot',
				['mount --rbind /sys/fs/cgroup DIRECTORY/sys/fs/cgroup'],
				findings,
			),
		};
	}

	return {
		cause:
			mounts.length === 0
				? 'No cgroup file system is mounted here.'
				: 'The cgroup file systems that are mounted here do not have the controllers cpu and memory.',
		fix: seemsContained(findings.circumstances)
			? startForAll(findings.circumstances)
			: asRoot('Mount it', [mountLines[cgroups.version]], findings),
	};
}

function notWritable(
	{ directory, code }: { directory: string; code: string },
	findings: Findings,
): Missing {
	const { circumstances } = findings;
	const { privileges, userNamespaces, wsl, cgroups } = circumstances;
	const mount = cgroups.mounts.findLast(({ path }) => isWithin(directory, path));
	// access(2) checks the permission first, and tells a user nothing about the mount.
	if (code === 'EROFS' || mount?.isReadOnly === true) {
		return {
			cause: `${directory} is mounted read-only, as cgroups are in a container.`,
			fix: seemsContained(circumstances)
				? startForAll(circumstances)
				: asRoot('Make it writable', [`mount -o remount,rw ${mount?.path ?? directory}`], findings),
		};
	}

	if (privileges.uid === 0) {
		return {
			cause: userNamespaces.isInitial
				? `${directory} may not be written here, although you are root.`
				: `You are root only in a user namespace, and ${directory} belongs to the root outside.`,
			fix: seemsContained(circumstances) ? startForAll(circumstances) : runAsRoot(findings),
		};
	}

	return {
		cause: `The controllers are on cgroup v1 here, where only root may make cgroups: ${directory} is not writable for you.`,
		fix: wsl === 2 ? `${runAsRoot(findings)} ${withoutV1}` : runAsRoot(findings),
	};
}

function notHandedOn(
	{ directory, controllers: handedOn }: { directory: string; controllers: string },
	findings: Findings,
): Missing {
	return {
		cause: `The cgroup ${directory} hands only these controllers on to cgroups below it: ${handedOn || 'none'}. The lessons need ${controllers.join(', ')}.`,
		fix: seemsContained(findings.circumstances)
			? startForAll(findings.circumstances)
			: `Hand them on, as root: \`echo "+cpu +memory +pids" > ${directory}/cgroup.subtree_control\`.`,
	};
}

/**
 * Returns why systemd delegates too little: before version 252 it delegated only memory and pids
 * unless told otherwise.
 */
function notDelegated(delegated: string, findings: Findings): Missing {
	const file = '/etc/systemd/system/user@.service.d/delegate.conf';
	const write = [
		`mkdir -p ${file.replace(/\/[^/]+$/, '')}`,
		`printf "[Service]\\nDelegate=cpu memory pids\\n" > ${file}`,
	].join(' && ');
	return {
		cause: `Of the controllers ${controllers.join(', ')}, systemd delegates only these to ordinary users here: ${delegated || 'none'}.`,
		fix: `${asRoot('Have it delegate all of them and log in again', [write], findings)} ${runAsRoot(findings, 'Or run the walkthrough as root')}`,
	};
}

function runAsRoot(findings: Findings, lead = 'Run the walkthrough as root'): string {
	return asRoot(lead, [programLine(findings)], findings);
}

const mountLines = {
	v1: 'mkdir -p /sys/fs/cgroup; mount -t tmpfs cgroup /sys/fs/cgroup; for c in cpu memory pids; do mkdir /sys/fs/cgroup/$c; mount -t cgroup -o $c cgroup /sys/fs/cgroup/$c; done',
	v2: 'mkdir -p /sys/fs/cgroup; mount -t cgroup2 cgroup2 /sys/fs/cgroup',
} as const;

const oneVersion =
	"Start the machine with one version for all, by these words on the kernel's command line: `cgroup_no_v1=all`.";

const bootSystemd =
	"Have WSL start systemd: `printf '[boot]\\nsystemd=true\\n' | sudo tee -a /etc/wsl.conf`. Then, in a terminal of Windows, before you open this one again: `wsl --shutdown`.";

const withoutV1 =
	'Or, to need no sudo, write this below [wsl2] in the file .wslconfig of your home directory in Windows: `kernelCommandLine=cgroup_no_v1=all`. Systemd must run, too: `[boot] systemd=true` in /etc/wsl.conf. Then, in a terminal of Windows: `wsl --shutdown`.';
