import { byVersion, type StageCgroup } from '../../kernel/limits/stage-cgroup.ts';
import { none } from './none.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/**
 * The acting side of a stage's cgroup: how the stage gets it and sees nothing above it, and how it is removed.
 * `kernel/limits` has the reading side. Shell lines run under `set -e` inside.
 */
export type CgroupSetup = {
	/** Makes the directories the ledger names; the kernel fills them. */
	create(): void;
	/** Shell lines that put the stage's first process into them. */
	readonly join: readonly string[];
	/** Options of unshare(1). */
	readonly namespaces: readonly string[];
	/** Shell lines that mount the stage's own view on /sys/fs/cgroup. */
	readonly inside: readonly string[];
	/** Groups that those lines make below it, by path: they are ours, not the learner's. */
	readonly ownGroups: readonly string[];
	/** Absolute directories on the host; only those that carry our name, whatever a ledger says. */
	readonly directories: readonly string[];
	/** Pids of every process in them, however deep. */
	members(): readonly number[];
	/**
	 * Removes them once they are empty.
	 * @returns A sentence where one stays.
	 */
	remove(): Promise<string | undefined>;
};

export function cgroupSetup(cgroup: StageCgroup): CgroupSetup {
	return byVersion(cgroup, { v1, v2, none: () => none });
}
