import type { Group } from '../../engine/snapshot.ts';

/** A stage without a cgroup of its own has none below it either. */
export function none(): Group[] {
	return [];
}
