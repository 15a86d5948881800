import type { Missing } from '../../engine/capabilities.ts';
import { controllers } from '../../kernel/controllers.ts';
import { isWithin } from '../../kernel/paths.ts';
import { asRoot, programLine } from '../as-root.ts';
import { seemsContained, startForAll } from '../container-flags.ts';
import type { Situation } from '../situation.ts';
import type { CgroupObstacle } from './find-place.ts';
import { explainNoScope } from './no-scope.ts';

/** Why there are no limits here, and what would help. */
export function explainObstacle(obstacle: CgroupObstacle, situation: Situation): Missing {
	switch (obstacle.kind) {
		case 'not mounted':
			return notMounted(situation);
		case 'split':
			return {
				cause: `The cpu controller is on cgroup ${obstacle.cpu} here, and memory on ${obstacle.memory}: no group can have both.`,
				fix: oneVersion,
			};
		case 'not writable':
			return notWritable(obstacle, situation);
		case 'outside':
			return {
				cause: `The cgroups below ${obstacle.directory} are outside of the cgroup namespace here, and no process can be moved out of that.`,
				fix: startForAll(situation.circumstances),
			};
		case 'user namespace':
			return {
				cause:
					'The controllers are on cgroup v1 here, and in a user namespace, which the sandbox has here, they cannot be mounted.',
				fix: seemsContained(situation.circumstances)
					? startForAll(situation.circumstances)
					: runAsRoot(situation),
			};
		case 'not handed on':
			return notHandedOn(obstacle, situation);
		case 'no systemd':
			return {
				cause:
					'Only systemd delegates cgroups to ordinary users, and this machine was not started with it.',
				fix: situation.circumstances.wsl === 2 ? bootSystemd : runAsRoot(situation),
			};
		case 'no scope':
			return explainNoScope(obstacle.words, situation);
		case 'not delegated':
			return notDelegated(obstacle.controllers, situation);
	}
}

function notMounted(situation: Situation): Missing {
	const { cgroups, root } = situation.circumstances;
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
				situation,
			),
		};
	}

	return {
		cause:
			mounts.length === 0
				? 'No cgroup file system is mounted here.'
				: 'The cgroup file systems that are mounted here do not have the controllers cpu and memory.',
		fix: seemsContained(situation.circumstances)
			? startForAll(situation.circumstances)
			: asRoot('Mount it', [mountLines[cgroups.version]], situation),
	};
}

function notWritable(
	{ directory, code }: { directory: string; code: string },
	situation: Situation,
): Missing {
	const { circumstances } = situation;
	const { privileges, userNamespaces, wsl, cgroups } = circumstances;
	const mount = cgroups.mounts.findLast(({ path }) => isWithin(directory, path));
	// access(2) asks for the permission first, and tells a user nothing of the mount.
	if (code === 'EROFS' || mount?.isReadOnly === true) {
		return {
			cause: `${directory} is mounted read-only, as cgroups are in a container.`,
			fix: seemsContained(circumstances)
				? startForAll(circumstances)
				: asRoot(
						'Make it writable',
						[`mount -o remount,rw ${mount?.path ?? directory}`],
						situation,
					),
		};
	}

	if (privileges.uid === 0) {
		return {
			cause: userNamespaces.isInitial
				? `${directory} may not be written here, although you are root.`
				: `You are root only in a user namespace, and ${directory} belongs to the root outside.`,
			fix: seemsContained(circumstances) ? startForAll(circumstances) : runAsRoot(situation),
		};
	}

	return {
		cause: `The controllers are on cgroup v1 here, where only root may make cgroups: ${directory} is not writable for you.`,
		fix: wsl === 2 ? `${runAsRoot(situation)} ${withoutV1}` : runAsRoot(situation),
	};
}

function notHandedOn(
	{ directory, controllers: handedOn }: { directory: string; controllers: string },
	situation: Situation,
): Missing {
	return {
		cause: `The cgroup ${directory} hands only these controllers on to cgroups below it: ${handedOn || 'none'}. The lessons need ${controllers.join(', ')}.`,
		fix: seemsContained(situation.circumstances)
			? startForAll(situation.circumstances)
			: `Hand them on, as root: \`echo "+cpu +memory +pids" > ${directory}/cgroup.subtree_control\`.`,
	};
}

/** Before version 252, systemd delegated only memory and pids unless told otherwise. */
function notDelegated(delegated: string, situation: Situation): Missing {
	const file = '/etc/systemd/system/user@.service.d/delegate.conf';
	const write = [
		`mkdir -p ${file.replace(/\/[^/]+$/, '')}`,
		`printf "[Service]\\nDelegate=cpu memory pids\\n" > ${file}`,
	].join(' && ');
	return {
		cause: `Of the controllers ${controllers.join(', ')}, systemd delegates only these to ordinary users here: ${delegated || 'none'}.`,
		fix: `${asRoot('Have it delegate all of them and log in again', [write], situation)} ${runAsRoot(situation, 'Or run the walkthrough as root')}`,
	};
}

function runAsRoot(situation: Situation, lead = 'Run the walkthrough as root'): string {
	return asRoot(lead, [programLine(situation)], situation);
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
