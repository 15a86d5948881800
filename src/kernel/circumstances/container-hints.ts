import { existsSync } from 'node:fs';
import { readText } from '../read.ts';

/** Something that suggests that we are in a container. It may be mistaken: files can be anywhere. */
export type ContainerHint = { readonly engine: Engine; readonly evidence: string };

export type Engine = 'docker' | 'podman' | 'kubernetes' | 'lxc' | 'systemd-nspawn' | 'other';

/** The one that tells most comes first: a pod, too, is made of containers. */
export function readContainerHints(): readonly ContainerHint[] {
	const hints: readonly (ContainerHint | undefined)[] = [
		file('/var/run/secrets/kubernetes.io', 'kubernetes'),
		process.env['KUBERNETES_SERVICE_HOST'] === undefined
			? undefined
			: { engine: 'kubernetes', evidence: 'KUBERNETES_SERVICE_HOST' },
		file('/run/.containerenv', 'podman'),
		file('/.dockerenv', 'docker'),
		named(readText('/run/systemd/container')?.trim(), '/run/systemd/container'),
		named(containerOf(readText('/proc/1/environ') ?? ''), 'the environment of process 1'),
		hintOf(readText('/proc/1/cgroup') ?? ''),
	];
	return hints.filter((hint) => hint !== undefined);
}

/** What a manager of containers tells its first process. */
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

function file(path: string, engine: Engine): ContainerHint | undefined {
	return existsSync(path) ? { engine, evidence: path } : undefined;
}

function named(name: string | undefined, evidence: string): ContainerHint | undefined {
	const known = ['docker', 'podman', 'lxc', 'systemd-nspawn'] as const;
	return name === undefined || name === '' || name === 'wsl'
		? undefined
		: { engine: known.find((engine) => name.startsWith(engine)) ?? 'other', evidence };
}
