import type { KernelFiles } from '../port/kernel-files.ts';
import { isThere, readText } from '../read.ts';

/** Something that suggests that we are in a container. It may be mistaken: files can be anywhere. */
export type ContainerHint = { readonly engine: ContainerManager; readonly evidence: string };

export type ContainerManager =
	'docker' | 'podman' | 'kubernetes' | 'lxc' | 'systemd-nspawn' | 'other';

/** All hints, the one that tells most first: a pod, too, is made of containers. */
export function readContainerHints(files: KernelFiles): readonly ContainerHint[] {
	const hints: readonly (ContainerHint | undefined)[] = [
		file(files, '/var/run/secrets/kubernetes.io', 'kubernetes'),
		files.self.environment['KUBERNETES_SERVICE_HOST'] === undefined
			? undefined
			: { engine: 'kubernetes', evidence: 'KUBERNETES_SERVICE_HOST' },
		file(files, '/run/.containerenv', 'podman'),
		file(files, '/.dockerenv', 'docker'),
		named(readText(files, '/run/systemd/container')?.trim(), '/run/systemd/container'),
		named(containerOf(readText(files, '/proc/1/environ') ?? ''), 'the environment of process 1'),
		hintOf(readText(files, '/proc/1/cgroup') ?? ''),
	];
	return hints.filter((hint) => hint !== undefined);
}

/** The name by which a manager of containers calls itself to its first process, in that one's environment. */
export function containerOf(environment: string): string | undefined {
	return /(?:^|\0)container=([^\0]+)/.exec(environment)?.[1];
}

/** Without a cgroup namespace, process 1 of a container is in a group that its engine named. */
export function hintOf(cgroup: string): ContainerHint | undefined {
	const engines = {
		kubepods: 'kubernetes',
		libpod: 'podman',
		docker: 'docker',
		lxc: 'lxc',
	} as const;
	const word = Object.keys(engines).find((name) => new RegExp(`[/:]${name}\\b`).test(cgroup));
	return word === undefined
		? undefined
		: { engine: engines[word as keyof typeof engines], evidence: '/proc/1/cgroup' };
}

function file(
	files: KernelFiles,
	path: string,
	engine: ContainerManager,
): ContainerHint | undefined {
	return isThere(files, path) ? { engine, evidence: path } : undefined;
}

function named(name: string | undefined, evidence: string): ContainerHint | undefined {
	const known = ['docker', 'podman', 'lxc', 'systemd-nspawn'] as const;
	return name === undefined || name === '' || name === 'wsl'
		? undefined
		: { engine: known.find((engine) => name.startsWith(engine)) ?? 'other', evidence };
}
