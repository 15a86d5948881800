import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';
import { none } from './none.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/** How a stage gets a cgroup of its own, and sees nothing above it. Shell lines run under `set -e` inside. */
export type CgroupSetup = {
	/** Makes the directories the ledger names; the kernel fills them. */
	create(): void;
	/** Shell lines that put the stage's first process into them. */
	readonly join: readonly string[];
	/** Options of unshare(1). */
	readonly namespaces: readonly string[];
	/** Shell lines that mount the stage's own view on /sys/fs/cgroup. */
	readonly inside: readonly string[];
};

export function cgroupSetup(cgroup: StageCgroup): CgroupSetup {
	switch (cgroup.version) {
		case 'v1':
			return v1(cgroup.directories);
		case 'v2':
			return v2(cgroup.directory);
		case 'none':
			return none;
	}
}
