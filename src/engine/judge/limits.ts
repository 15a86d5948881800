import type { CpuLimit } from './snapshot.ts';

/** How many cores a group may keep busy, or undefined for no quota. */
export function coresOf({ quota, period }: CpuLimit): number | undefined {
	return quota === undefined ? undefined : Math.round((quota / period) * 100) / 100;
}
