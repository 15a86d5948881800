import type { KernelFiles } from '../port/kernel-files.ts';
import { readText } from '../read.ts';

/** Linux security modules that can refuse what capabilities allow. */
export type SecurityModules = {
	/** `apparmor`, `selinux`, …; empty where the list is not to be seen. */
	readonly names: readonly string[];
	/** The profile that confines this process; undefined where AppArmor does not. */
	readonly appArmorProfile: string | undefined;
	readonly seLinux: 'enforcing' | 'permissive' | undefined;
};

export function readSecurityModules(files: KernelFiles): SecurityModules {
	// Not to be seen where securityfs is not mounted, as in most containers.
	const list = readText(files, '/sys/kernel/security/lsm')?.trim().split(',') ?? [];
	const enforce = readText(files, '/sys/fs/selinux/enforce')?.trim();
	const hasAppArmor = readText(files, '/sys/module/apparmor/parameters/enabled')?.trim() === 'Y';
	const own =
		readText(files, '/proc/self/attr/apparmor/current') ??
		(hasAppArmor ? readText(files, '/proc/self/attr/current') : undefined);
	return {
		names: [...new Set([...list.filter(Boolean), ...(hasAppArmor ? ['apparmor'] : [])])],
		appArmorProfile: parseProfile(own ?? ''),
		seLinux: enforce === undefined ? undefined : enforce === '1' ? 'enforcing' : 'permissive',
	};
}

/** `docker-default (enforce)`; a profile that only complains, or is unconfined, refuses nothing. */
export function parseProfile(current: string): string | undefined {
	return /^(.+) \(enforce\)$/.exec(current.trim().replace(/\0$/, ''))?.[1];
}
