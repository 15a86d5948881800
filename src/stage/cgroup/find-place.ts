import { accessSync, constants, existsSync } from 'node:fs';
import { execa } from 'execa';
import {
	type ControllerPlace,
	controllers,
	readControllerPlaces,
} from '../../kernel/controllers.ts';
import { readText } from '../../kernel/read.ts';
import { startDirectory } from '../environment.ts';
import type { PrivilegeName } from '../privilege/privilege.ts';
import type { CgroupPlace } from './place.ts';
import { busEnvironment, listDelegated } from './scope.ts';

/** Where a stage's cgroup can be, or what stands in the way. */
export type FoundPlace = {
	/** Of the cpu and memory controllers, whether or not we may use them. */
	readonly version: 'v1' | 'v2' | 'none';
	readonly place: CgroupPlace;
	/** Undefined where there is a place. */
	readonly obstacle: CgroupObstacle | undefined;
};

/** What was found in the way; `cgroup/obstacle` says it in sentences. */
export type CgroupObstacle =
	| { readonly kind: 'not mounted' }
	/** The cpu and the memory controller are in hierarchies of different versions. */
	| { readonly kind: 'split'; readonly cpu: string; readonly memory: string }
	/** Errno of access(2): EROFS for a mount, EACCES for its owner. */
	| { readonly kind: 'not writable'; readonly directory: string; readonly code: string }
	/** The mount shows more than our cgroup namespace, and out of that no process can be moved. */
	| { readonly kind: 'outside'; readonly directory: string }
	/** In a user namespace the hierarchies of v1 cannot be mounted anew. */
	| { readonly kind: 'user namespace' }
	/** Only these controllers may be enabled below a cgroup. */
	| { readonly kind: 'not handed on'; readonly directory: string; readonly controllers: string }
	| { readonly kind: 'no systemd' }
	/** systemd-run could not make a scope, and said so. */
	| { readonly kind: 'no scope'; readonly words: string }
	/** Only these controllers are delegated to the scope. */
	| { readonly kind: 'not delegated'; readonly controllers: string };

/**
 * Decided per controller, because machines with both versions exist.
 * @param privilege How the stage gets its namespaces.
 */
export async function findCgroupPlace(
	isRoot: boolean,
	privilege: PrivilegeName,
): Promise<FoundPlace> {
	const { cpu, memory, pids } = readControllerPlaces();
	if (cpu === undefined || memory === undefined) {
		return refuse('none', { kind: 'not mounted' });
	}

	if (cpu.version !== memory.version) {
		return refuse('none', { kind: 'split', cpu: cpu.version, memory: memory.version });
	}

	if (cpu.version === 'v2') {
		return isRoot ? findAtRoot(cpu) : findScope(cpu);
	}

	const found = findInHierarchies({ cpu, memory, ...(pids?.version === 'v1' ? { pids } : {}) });
	return found.obstacle === undefined && privilege === 'rootless'
		? refuse('v1', { kind: 'user namespace' })
		: found;
}

/** v1: below our own directory in each hierarchy. */
function findInHierarchies(places: Readonly<Record<string, ControllerPlace>>): FoundPlace {
	const parents: Record<string, string> = {};
	for (const [controller, { own, mount }] of Object.entries(places)) {
		const parent = own !== undefined && existsSync(own) ? own : mount;
		const obstacle = writeObstacle(parent);
		if (obstacle !== undefined) {
			return refuse('v1', obstacle);
		}

		parents[controller] = parent;
	}

	return { version: 'v1', place: { version: 'v1', parents }, obstacle: undefined };
}

/** v2 as root: at the top, where systemd has handed the controllers on; below our own, processes are in the way. */
function findAtRoot({ mount, own }: ControllerPlace): FoundPlace {
	const obstacle = writeObstacle(mount);
	if (obstacle !== undefined) {
		return refuse('v2', obstacle);
	}

	if (own === undefined) {
		return refuse('v2', { kind: 'outside', directory: mount });
	}

	const handedOn = readText(`${mount}/cgroup.subtree_control`) ?? '';
	return suffice(handedOn)
		? { version: 'v2', place: { version: 'v2', scope: false, parent: mount }, obstacle: undefined }
		: refuse('v2', { kind: 'not handed on', directory: mount, controllers: handedOn.trim() });
}

/** v2 as an ordinary user: systemd delegates a scope, if it runs a session for us. */
async function findScope({ mount }: ControllerPlace): Promise<FoundPlace> {
	if (!existsSync('/run/systemd/system')) {
		return refuse('v2', { kind: 'no systemd' });
	}

	const [file = '', ...arguments_] = listDelegated(mount);
	const { exitCode, stdout, stderr, shortMessage } = await execa(file, arguments_, {
		cwd: startDirectory,
		reject: false,
		stdin: 'ignore',
		timeout: 10_000,
		env: { ...busEnvironment(), LC_ALL: 'C.UTF-8' },
	});
	if (exitCode !== 0) {
		return refuse('v2', { kind: 'no scope', words: stderr.trim() || (shortMessage ?? '') });
	}

	return suffice(stdout)
		? { version: 'v2', place: { version: 'v2', scope: true }, obstacle: undefined }
		: refuse('v2', { kind: 'not delegated', controllers: stdout.trim() });
}

/** Whether a list of controllers, as the kernel writes it, has what the lessons limit with. */
const suffice = (list: string) =>
	controllers.every((controller) => list.trim().split(/\s+/).includes(controller));

const refuse = (version: FoundPlace['version'], obstacle: CgroupObstacle): FoundPlace => ({
	version,
	place: { version: 'none' },
	obstacle,
});

function writeObstacle(directory: string): CgroupObstacle | undefined {
	try {
		accessSync(directory, constants.W_OK);
		return undefined;
	} catch (error) {
		const { code = 'EACCES' } = error as NodeJS.ErrnoException;
		return { kind: 'not writable', directory, code };
	}
}
