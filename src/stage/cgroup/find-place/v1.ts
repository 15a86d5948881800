import { existsSync } from 'node:fs';
import type { FoundPlace } from '../../../machine/cgroup-place.ts';
import type { PlaceFinder } from './find-place.ts';
import { refuse, writeObstacle } from './refuse.ts';

/** Below our own directory in each hierarchy; those cannot be mounted anew in a user namespace. */
export const v1: PlaceFinder = (places, { privilege }) => {
	const found = findInHierarchies(places);
	return found.obstacle === undefined && privilege === 'rootless'
		? refuse('v1', { kind: 'user namespace' })
		: found;
};

function findInHierarchies(places: Parameters<PlaceFinder>[0]): FoundPlace {
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
