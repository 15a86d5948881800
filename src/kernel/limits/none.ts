import type { StageGroups } from './stage-groups.ts';

/** A stage without a cgroup of its own has none below it either. */
export const none: StageGroups = {
	list: () => [],
	pathOnHost: () => undefined,
};
