import type { Group } from '../../engine/words/snapshot.ts';
import type { KernelFiles } from '../port/kernel-files.ts';
import { none } from './none.ts';
import { byVersion, type StageCgroup } from './stage-cgroup.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/** The reading side of a stage's cgroup; `stage/cgroup` has the acting side. */
export type StageGroups = {
	/**
	 * The cgroups below the stage's own, by path. Their members are pids of our PID namespace, and may be of
	 * processes that have ended since.
	 * @param hidden The paths of groups that are left out, with all below them.
	 */
	list(hidden: readonly string[]): Group[];
	/**
	 * The path on the host of a file of the stage's `/sys/fs/cgroup`, which begins at its own cgroup. Undefined
	 * where it has no such hierarchy.
	 * @param path Relative to `/sys/fs/cgroup`.
	 */
	pathOnHost(path: string): string | undefined;
};

export function stageGroups(files: KernelFiles, cgroup: StageCgroup): StageGroups {
	return byVersion<StageGroups>(cgroup, {
		v1: (directories) => v1(files, directories),
		v2: (directory) => v2(files, directory),
		none: () => none,
	});
}
