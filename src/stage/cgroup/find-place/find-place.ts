import { type ControllerPlace, readControllerPlaces } from '../../../kernel/controllers.ts';
import { thisMachine } from '../../../kernel/port/this-machine.ts';
import type { FoundPlace } from '../../../machine/cgroup-place.ts';
import type { PrivilegeName } from '../../../machine/trials.ts';
import { refuse } from './refuse.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/** Finds a place for a stage's cgroup, where the controllers are all on this version. */
export type PlaceFinder = (
	/** `pids` is not there where it is on the other version. */
	places: Readonly<Record<'cpu' | 'memory', ControllerPlace>> & { readonly pids?: ControllerPlace },
	who: {
		readonly isRoot: boolean;
		/** How the stage gets its namespaces. */
		readonly privilege: PrivilegeName;
	},
) => FoundPlace | Promise<FoundPlace>;

/** Finds a place for a stage's cgroup, by controller, because machines with both versions exist. */
export async function findCgroupPlace(
	isRoot: boolean,
	privilege: PrivilegeName,
): Promise<FoundPlace> {
	const { cpu, memory, pids } = readControllerPlaces(thisMachine);
	if (cpu === undefined || memory === undefined) {
		return refuse('none', { kind: 'not mounted' });
	}

	const { version } = cpu;
	if (version !== memory.version) {
		return refuse('none', { kind: 'split', cpu: version, memory: memory.version });
	}

	const places = { cpu, memory, ...(pids?.version === version ? { pids } : {}) };
	return finders[version](places, { isRoot, privilege });
}

const finders: Readonly<Record<'v1' | 'v2', PlaceFinder>> = { v1, v2 };
