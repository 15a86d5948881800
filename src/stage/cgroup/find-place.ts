import { accessSync, constants, existsSync } from 'node:fs';
import { execa } from 'execa';
import type { Missing } from '../../engine/capabilities.ts';
import {
	type ControllerPlace,
	controllers,
	readControllerPlaces,
} from '../../kernel/controllers.ts';
import { readText } from '../../kernel/read.ts';
import type { CgroupPlace } from './place.ts';
import { busEnvironment, listDelegated } from './scope.ts';

/** Where a stage's cgroup can be, or why there can be none. */
export type FoundPlace = {
	/** Of the cpu and memory controllers, whether or not we may use them. */
	readonly version: 'v1' | 'v2' | 'none';
	readonly place: CgroupPlace;
	readonly missing: Missing | undefined;
};

/** Decided per controller, because machines with both versions exist. */
export async function findCgroupPlace(): Promise<FoundPlace> {
	const { cpu, memory, pids } = readControllerPlaces();
	if (cpu === undefined || memory === undefined || cpu.version !== memory.version) {
		return refuse('none', {
			cause: 'No cgroup file system with the cpu and memory controllers is mounted here.',
			fix: 'Try another machine: an ordinary Linux host or virtual machine has them.',
		});
	}

	if (cpu.version === 'v2') {
		return isRoot() ? findAtRoot(cpu) : findScope(cpu);
	}

	return findInHierarchies({ cpu, memory, ...(pids?.version === 'v1' ? { pids } : {}) });
}

/** v1: below our own directory in each hierarchy. */
function findInHierarchies(places: Readonly<Record<string, ControllerPlace>>): FoundPlace {
	const parents: Record<string, string> = {};
	for (const [controller, { own, mount }] of Object.entries(places)) {
		const parent = own !== undefined && existsSync(own) ? own : mount;
		if (!isWritable(parent) && isRoot()) {
			return refuse('v1', readOnly(parent));
		}

		if (!isWritable(parent)) {
			return refuse('v1', {
				cause: `This machine has cgroup v1, where only root may make cgroups: ${parent} is not writable.`,
				fix: 'Run the walkthrough as root to see the limits: `sudo npx containers-under-the-hood`.',
			});
		}

		parents[controller] = parent;
	}

	return { version: 'v1', place: { version: 'v1', parents }, missing: undefined };
}

/** v2 as root: at the top, where systemd has handed the controllers on; below our own, processes are in the way. */
function findAtRoot({ mount }: ControllerPlace): FoundPlace {
	if (!isWritable(mount)) {
		return refuse('v2', readOnly(mount));
	}

	return suffice(readText(`${mount}/cgroup.subtree_control`) ?? '')
		? { version: 'v2', place: { version: 'v2', scope: false, parent: mount }, missing: undefined }
		: refuse('v2', {
				cause: `The cgroup ${mount} does not hand on the controllers cpu, memory and pids to cgroups below it.`,
				fix: `In a container, start that with \`--cgroupns=host\`; elsewhere, as root: \`echo "+cpu +memory +pids" > ${mount}/cgroup.subtree_control\`.`,
			});
}

/** v2 as an ordinary user: systemd delegates a scope, if it runs a session for us. */
async function findScope({ mount }: ControllerPlace): Promise<FoundPlace> {
	if (!existsSync('/run/systemd/system')) {
		return refuse('v2', {
			cause: 'Only systemd delegates cgroups to ordinary users, and this machine does not run it.',
			fix: 'Run the walkthrough as root to see the limits: `sudo npx containers-under-the-hood`.',
		});
	}

	const [file = '', ...arguments_] = listDelegated(mount);
	const { exitCode, stdout, stderr } = await execa(file, arguments_, {
		reject: false,
		stdin: 'ignore',
		timeout: 10_000,
		env: { ...busEnvironment(), LC_ALL: 'C.UTF-8' },
	});
	if (exitCode !== 0) {
		return refuse('v2', {
			cause: `systemd does not delegate a cgroup to this session: ${stderr.trim()}`,
			fix: 'Log in normally (not by su or cron), or: `sudo loginctl enable-linger $USER`.',
		});
	}

	return suffice(stdout)
		? { version: 'v2', place: { version: 'v2', scope: true }, missing: undefined }
		: refuse('v2', {
				cause: `Of the controllers cpu, memory and pids, systemd delegates only these to ordinary users here: ${stdout.trim() || 'none'}.`,
				fix: 'Run the walkthrough as root to see the limits: `sudo npx containers-under-the-hood`.',
			});
}

const readOnly = (directory: string): Missing => ({
	cause: `The cgroup file system ${directory} is mounted read-only, as in a container.`,
	fix: 'Run on the host, or in a container started with `docker run --privileged --cgroupns=host`.',
});

/** Whether a list of controllers, as the kernel writes it, has what the lessons limit with. */
const suffice = (list: string) =>
	controllers.every((controller) => list.trim().split(/\s+/).includes(controller));

const refuse = (version: FoundPlace['version'], missing: Missing): FoundPlace => ({
	version,
	place: { version: 'none' },
	missing,
});

const isRoot = () => process.getuid?.() === 0;

function isWritable(directory: string): boolean {
	try {
		accessSync(directory, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
