import type { KernelFiles } from '../port/kernel-files.ts';
import { readNames, readText } from '../read.ts';

/** What the kernel's settings say of namespaces that ordinary users make. */
export type UserNamespaces = {
	/** We are in that of the machine, in which uid 0 is its root. */
	readonly isInitial: boolean;
	/** It maps one user, as `unshare --map-root-user` makes it; a container's maps thousands. */
	readonly isOfOneUser: boolean;
	/** How many there may be, by the name of the setting, `user.max_user_namespaces`; 0 forbids them. */
	readonly limits: Readonly<Record<string, number>>;
	/** kernel.unprivileged_userns_clone, which only Debian's and some others' kernels have. */
	readonly unprivilegedClone: boolean | undefined;
	/** kernel.apparmor_restrict_unprivileged_userns, which only kernels with AppArmor 4 have. */
	readonly restrictedByAppArmor: boolean | undefined;
};

export function readUserNamespaces(files: KernelFiles): UserNamespaces {
	const names = readNames(files, '/proc/sys/user').filter((name) => name.endsWith('_namespaces'));
	const map = readText(files, '/proc/self/uid_map') ?? '';
	return {
		isInitial: isInitialMap(map),
		isOfOneUser: /^\s*\d+\s+\d+\s+1\s*$/.test(map),
		limits: Object.fromEntries(
			names.map((name) => [`user.${name}`, Number(readText(files, `/proc/sys/user/${name}`))]),
		),
		unprivilegedClone: readSwitch(files, 'kernel/unprivileged_userns_clone'),
		restrictedByAppArmor: readSwitch(files, 'kernel/apparmor_restrict_unprivileged_userns'),
	};
}

/** The initial namespace maps every id to itself; a kernel without user namespaces has no map. */
export function isInitialMap(map: string): boolean {
	return ['', '0 0 4294967295'].includes(map.trim().replace(/\s+/g, ' '));
}

function readSwitch(files: KernelFiles, name: string): boolean | undefined {
	const text = readText(files, `/proc/sys/${name}`);
	return text === undefined ? undefined : text.trim() !== '0';
}
