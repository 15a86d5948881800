import { dirname } from 'node:path';
import type { Machine } from '../engine/words/snapshot.ts';
import { type Cgroups, readCgroups } from './circumstances/cgroups.ts';
import { type ContainerHint, readContainerHints } from './circumstances/container-hints.ts';
import { type Privileges, readPrivileges } from './circumstances/privileges.ts';
import { type RootDirectory, readRootDirectory } from './circumstances/root-directory.ts';
import { readSecurityModules, type SecurityModules } from './circumstances/security-modules.ts';
import { readUserNamespaces, type UserNamespaces } from './circumstances/user-namespaces.ts';
import { type Distribution, readDistribution } from './distribution.ts';
import { readMachine } from './machine.ts';
import { readMounts } from './mounts.ts';
import { isWithin } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { isThere, readNames, readText } from './read.ts';

/**
 * Where the program was started, as the kernel and a few files tell it. Nothing is tried here, and
 * nothing decided: what works is tried in `stage/trials`, and why not is decided in `machine/provisions`.
 */
export type Circumstances = {
	readonly machine: Machine;
	/** As `uname -m`: `x86_64`. */
	readonly architecture: string;
	readonly distribution: Distribution;
	/** Version of the Windows Subsystem for Linux; undefined elsewhere. */
	readonly wsl: 1 | 2 | undefined;
	readonly privileges: Privileges;
	readonly userNamespaces: UserNamespaces;
	readonly securityModules: SecurityModules;
	/** kernel.yama.ptrace_scope, who may trace whom; undefined where the kernel is without Yama. */
	readonly ptraceScope: number | undefined;
	/** Hints, and no more. */
	readonly container: readonly ContainerHint[];
	/** What is mounted over parts of /proc, so that they are hidden or cannot be written. */
	readonly procMasks: readonly string[];
	readonly root: RootDirectory;
	readonly cgroups: Cgroups;
	/** Whether process 1 is systemd; sd_booted(3). */
	readonly hasSystemd: boolean;
	/** Whether a systemd of this user's own runs; user@.service(5). */
	readonly hasSession: boolean;
	/** False where apt knows no packages yet, as in a fresh image. */
	readonly hasPackageLists: boolean;
	/** Whether sudo finds Node.js: it looks only where the system's own programs are; sudoers(5), secure_path. */
	readonly isNodeInPath: boolean;
};

/** Reads where the program was started, in some milliseconds. */
export function readCircumstances(files: KernelFiles): Circumstances {
	const mounts = readMounts(files, 'self');
	const machineFound = readMachine(files);
	const privileges = readPrivileges(files);
	return {
		machine: machineFound,
		architecture: files.system.architecture,
		distribution: readDistribution(files),
		wsl: wslVersion(machineFound.kernel),
		privileges,
		userNamespaces: readUserNamespaces(files),
		securityModules: readSecurityModules(files),
		ptraceScope: readPtraceScope(files),
		container: readContainerHints(files),
		procMasks: mounts
			.filter(({ path, type }) => path !== '/proc' && isWithin(path, '/proc') && isMask(type))
			.map(({ path }) => path),
		root: readRootDirectory(files, mounts),
		cgroups: readCgroups(files, mounts),
		hasSystemd: isThere(files, '/run/systemd/system'),
		hasSession: isThere(files, `/run/user/${privileges.uid}/bus`),
		hasPackageLists: readNames(files, '/var/lib/apt/lists').some((name) =>
			name.includes('_Packages'),
		),
		isNodeInPath: securePath.includes(dirname(files.self.program)),
	};
}

const securePath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

function readPtraceScope(files: KernelFiles): number | undefined {
	const text = readText(files, '/proc/sys/kernel/yama/ptrace_scope');
	return text === undefined ? undefined : Number(text);
}

/** Microsoft's kernel says so: `4.4.0-19041-Microsoft`, `5.15.90.1-microsoft-standard-WSL2`. */
export function wslVersion(kernel: string): 1 | 2 | undefined {
	if (!/microsoft/i.test(kernel)) {
		return undefined;
	}
	return /wsl2|microsoft-standard/i.test(kernel) ? 2 : 1;
}

/** The kernel itself has a place for binfmt_misc there, where it hides nothing. */
function isMask(type: string): boolean {
	return !['binfmt_misc', 'autofs'].includes(type);
}
