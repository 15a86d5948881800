import type { Circumstances } from '../kernel/circumstances.ts';
import type { Capability } from '../lesson/capability.ts';
import type { ContainerManager } from '../kernel/circumstances/container-hints.ts';

/**
 * Whether anything suggests that this process runs in a container. Every container tool puts masks
 * over /proc, and little else does; no tool makes a user namespace with one user.
 */
export function seemsContained({ container, procMasks, userNamespaces }: Circumstances): boolean {
	return !userNamespaces.isOfOneUser && (container.length > 0 || procMasks.length > 0);
}

/**
 * Returns how to start a container so that namespaces and mounts work in it, with no more rights
 * than that takes.
 */
export function startForNamespaces(circumstances: Circumstances): string {
	const engine = engineOf(circumstances);
	const flags = engine === 'podman' ? podmanFlags(circumstances) : dockerFlags(circumstances);
	return flags.length === 0 ? startForAll(circumstances) : advise(circumstances, flags.join(' '));
}

/** Returns how to start a container so that every lesson works in it. */
export function startForAll(circumstances: Circumstances): string {
	const user = circumstances.privileges.uid === 0 ? '' : '--user 0 ';
	return advise(circumstances, `${user}--privileged --cgroupns=host`);
}

/** Returns how to start a container so that its root has one more capability. */
export function startWith(circumstances: Circumstances, capability: Capability): string {
	return advise(circumstances, `--cap-add ${capability.replace('CAP_', '')}`);
}

/** Returns how to start a container so that no filter refuses it a system call. */
export function startUnfiltered(circumstances: Circumstances): string {
	return advise(circumstances, '--security-opt seccomp=unconfined');
}

function dockerFlags(circumstances: Circumstances): string[] {
	const { privileges, securityModules, procMasks } = circumstances;
	return [
		...missingCapabilities(circumstances).map((name) => `--cap-add ${name.replace('CAP_', '')}`),
		...(privileges.seccomp === 'filter' ? ['--security-opt seccomp=unconfined'] : []),
		...(securityModules.appArmorProfile ? ['--security-opt apparmor=unconfined'] : []),
		...(securityModules.seLinux === 'enforcing' ? ['--security-opt label=disable'] : []),
		...(procMasks.length > 0 ? ['--security-opt systempaths=unconfined'] : []),
	];
}

/** Returns the capabilities of root that are missing and that no user namespace makes up for. */
function missingCapabilities({ privileges, userNamespaces }: Circumstances): Capability[] {
	const { uid, effective } = privileges;
	const hasUserNamespaces =
		effective.has('CAP_SETFCAP') && userNamespaces.restrictedByAppArmor !== true;
	return [
		...(hasUserNamespaces ? [] : (['CAP_SYS_ADMIN'] as const)),
		...(['CAP_SYS_CHROOT'] as const),
	].filter((name) => uid === 0 && !effective.has(name));
}

function podmanFlags(circumstances: Circumstances): string[] {
	return dockerFlags(circumstances).map((flag) =>
		flag.replace('systempaths=unconfined', 'unmask=ALL'),
	);
}

function advise(circumstances: Circumstances, flags: string): string {
	const [hint] = circumstances.container;
	const container =
		hint === undefined ? 'this is a container' : `this is a container (${hint.evidence})`;
	switch (engineOf(circumstances)) {
		case 'docker':
			return `If ${container}, start it with this, too: \`docker run ${flags} …\`.`;
		case 'podman':
			return `If ${container}, start it with this, too: \`podman run ${flags} …\`.`;
		case 'kubernetes':
			return `If ${container}, write this in its part of the pod's description: \`securityContext: {privileged: true}\`.`;
		case 'lxc':
			return `If ${container}, allow it to have containers: \`lxc config set NAME security.nesting=true\`.`;
		case 'systemd-nspawn':
		case 'other':
			return `If ${container}, start it with more rights; with Docker that is: \`docker run ${flags} …\`.`;
	}
}

function engineOf({ container }: Circumstances): ContainerManager {
	return container[0]?.engine ?? 'docker';
}
