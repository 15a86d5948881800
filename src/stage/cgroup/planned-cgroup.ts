import { join } from 'node:path';
import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';
import type { CgroupPlace } from '../../machine/cgroup-place.ts';
import { scopeCommand } from './scope.ts';

/** How a stage of this id gets its cgroup at a place. */
export type PlannedCgroup = {
	/** What the ledger says will be created. A scope's directory is known once its guard is in it. */
	readonly cgroup: StageCgroup;
	/** The command line that starts a guard, itself given by its words, where it can make the cgroup. */
	readonly start: (guard: readonly string[]) => readonly string[];
};

/** @param id That of the stage, by which its cgroup is named. */
export function planCgroup(place: CgroupPlace, id: string): PlannedCgroup {
	const name = `containers-under-the-hood-${id}`;
	switch (place.version) {
		case 'v1': {
			const directories = Object.entries(place.parents).map(
				([controller, parent]): [string, string] => [controller, join(parent, name)],
			);
			return {
				cgroup: { version: 'v1', directories: Object.fromEntries(directories) },
				start: asItIs,
			};
		}

		case 'v2':
			return place.scope
				? {
						cgroup: { version: 'none' },
						start: (guard) => [...scopeCommand(id), ...guard, 'scope'],
					}
				: { cgroup: { version: 'v2', directory: join(place.parent, name) }, start: asItIs };
		case 'none':
			return { cgroup: { version: 'none' }, start: asItIs };
	}
}

const asItIs: PlannedCgroup['start'] = (guard) => guard;
