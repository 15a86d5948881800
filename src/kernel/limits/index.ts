import type { Group } from '../../engine/snapshot.ts';
import { none } from './none.ts';
import type { StageCgroup } from './stage-cgroup.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/**
 * Answers which cgroups there are below the stage's own, by path. The members are pids of our PID
 * namespace, and may be of processes that have ended since.
 */
export function limitsOf(cgroup: StageCgroup): () => Group[] {
	switch (cgroup.version) {
		case 'v1':
			return v1(cgroup.directories);
		case 'v2':
			return v2(cgroup.directory);
		case 'none':
			return none;
	}
}
