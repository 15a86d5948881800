/** What `doctor` tells about the machine itself, and about the place on it where it was started. */
export type MachineFound = {
	readonly kernel: string;
	readonly architecture: string;
	readonly cores: number;
	/** The size of the memory, in bytes. */
	readonly memory: number;
	readonly distribution: string;
	/** The id of the distribution, then those it is like; os-release(5). */
	readonly distributionIds: readonly string[];
	readonly wsl: 1 | 2 | null;
	readonly uid: number;
	/**
	 * The capabilities used by containers that this process does not have; empty for an ordinary
	 * user, who lacks them anyway.
	 */
	readonly lacksCapabilities: readonly string[];
	readonly noNewPrivileges: boolean;
	readonly seccomp: 'off' | 'strict' | 'filter';
	readonly container: readonly { readonly engine: string; readonly evidence: string }[];
	/** Whether it runs in a chroot; null where that cannot be told. */
	readonly chroot: boolean | null;
	readonly procMasks: readonly string[];
	/** The version that each controller is on, by its name. */
	readonly controllers: Readonly<Record<string, 'v1' | 'v2' | 'none'>>;
	readonly cgroupMounts: readonly {
		readonly path: string;
		readonly version: 'v1' | 'v2';
		readonly isReadOnly: boolean;
	}[];
	readonly hybrid: boolean;
	/** How the lessons get namespaces here; `none` where they cannot. */
	readonly privilege: 'root' | 'rootless' | 'none';
	readonly userNamespaces: {
		readonly isInitial: boolean;
		/** The limits on namespaces, by the name of the setting. */
		readonly limits: Readonly<Record<string, number>>;
		readonly unprivilegedClone: boolean | null;
		readonly restrictedByAppArmor: boolean | null;
	};
	readonly securityModules: {
		readonly names: readonly string[];
		readonly appArmorProfile: string | null;
		readonly seLinux: 'enforcing' | 'permissive' | null;
	};
	readonly systemd: boolean;
	readonly session: boolean;
	/** The path of each tool, by its name; null where it is missing. */
	readonly tools: Readonly<Record<string, string | null>>;
	/**
	 * Why strace, which is installed, may not trace, as a sentence; null where it may, or is missing.
	 */
	readonly traceRefused: string | null;
	/** The tools that are busybox's, and count as missing. */
	readonly busybox: readonly string[];
};

/** Returns rows of a name and a sentence or less, without those that would say nothing unusual. */
export function describeMachine(found: MachineFound): readonly (readonly [string, string])[] {
	const rows: readonly (readonly [string, readonly string[]])[] = [
		['system', [`${found.distribution}, kernel ${found.kernel}, ${found.architecture}`]],
		['place', describePlace(found)],
		['user', describeUser(found)],
		['security', describeSecurity(found)],
		['namespaces', describeNamespaces(found)],
		['cgroups', describeCgroups(found)],
		['tools', describeTools(found)],
		['strace', found.traceRefused === null ? [] : [found.traceRefused]],
	];
	return rows
		.filter(([, parts]) => parts.length > 0)
		.map(([name, parts]) => [name, parts.join('; ')]);
}

function describePlace({ wsl, container, chroot }: MachineFound): string[] {
	const [hint] = container;
	return [
		...(wsl === null ? [] : [`WSL ${wsl}`]),
		...(hint === undefined ? [] : [`perhaps a container, going by ${hint.evidence}`]),
		...(chroot === true ? ['in a chroot'] : []),
	];
}

function describeUser({ uid, lacksCapabilities, userNamespaces }: MachineFound): string[] {
	const who = uid === 0 ? 'root' : `an ordinary user (uid ${uid})`;
	return [
		userNamespaces.isInitial ? who : `${who}, in a user namespace`,
		...(lacksCapabilities.length > 0 ? [`without ${lacksCapabilities.join(', ')}`] : []),
	];
}

function describeSecurity(found: MachineFound): string[] {
	const { names, appArmorProfile, seLinux } = found.securityModules;
	const major = { apparmor: 'AppArmor', smack: 'Smack', tomoyo: 'TOMOYO' } as const;
	const seen = names.flatMap((name) => (name in major ? [major[name as keyof typeof major]] : []));
	return [
		...(seen.length > 0 ? [seen.join(', ')] : []),
		...(appArmorProfile === null ? [] : [`confined by the AppArmor profile ${appArmorProfile}`]),
		...(seLinux === null ? [] : [`SELinux, ${seLinux}`]),
		...(found.noNewPrivileges ? ['no_new_privs, so that sudo does not work'] : []),
	];
}

function describeNamespaces(found: MachineFound): string[] {
	const { privilege, userNamespaces, seccomp, procMasks } = found;
	const ways = {
		root: "with root's rights",
		rootless: 'in a user namespace, without sudo',
		none: 'refused',
	};
	const { limits, unprivilegedClone, restrictedByAppArmor } = userNamespaces;
	return [
		ways[privilege],
		...(seccomp === 'off' ? [] : ['a seccomp filter']),
		...(procMasks.length > 0 ? ['parts of /proc are masked'] : []),
		...(limits['user.max_user_namespaces'] === 0 ? ['user.max_user_namespaces is 0'] : []),
		...(unprivilegedClone === false ? ['kernel.unprivileged_userns_clone is 0'] : []),
		...(restrictedByAppArmor === true ? ['kernel.apparmor_restrict_unprivileged_userns is 1'] : []),
	];
}

function describeCgroups({ controllers, cgroupMounts, hybrid }: MachineFound): string[] {
	const places = Object.entries(controllers).map((pair) => pair.join(' '));
	const isReadOnly = cgroupMounts.length > 0 && cgroupMounts.every((mount) => mount.isReadOnly);
	return [
		places.join(', '),
		...(hybrid ? ['hybrid: both versions are mounted'] : []),
		...(isReadOnly ? ['read-only'] : []),
	];
}

function describeTools({ tools, busybox }: MachineFound): string[] {
	const missing = Object.keys(tools).filter((name) => tools[name] === null);
	return missing.length + busybox.length === 0
		? ['all there']
		: [
				...(missing.length > 0 ? [`not installed: ${missing.join(', ')}`] : []),
				...(busybox.length > 0 ? [`busybox's: ${busybox.join(', ')}`] : []),
			];
}
