import type { CpuLimit } from '../words/snapshot.ts';

/** Returns how many cores a group may keep busy; undefined where there is no quota. */
export function coresOf({ quota, period }: CpuLimit): number | undefined {
	return quota === undefined ? undefined : Math.round((quota / period) * 100) / 100;
}
