import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { CgroupSetup } from './cgroup-setup.ts';
import { removal } from './removal.ts';

/**
 * One directory, which the cgroup namespace makes the root of /sys/fs/cgroup. The shells move to a
 * leaf, because a cgroup whose controllers are handed on may hold no process itself; cgroups(7).
 */
export const v2 = (directory: string): CgroupSetup => ({
	create() {
		mkdirSync(directory);
		// What a lesson measures must not depend on what else the machine is busy with.
		writeFileSync(`${directory}/cpu.weight`, '1000');
		// Over its limit a group is killed at once, not swapped for minutes.
		const swap = `${directory}/memory.swap.max`;
		// Not there on a kernel that does not count swap.
		if (existsSync(swap)) {
			writeFileSync(swap, '0');
		}
	},
	join: [`echo $$ > '${directory}/cgroup.procs'`],
	namespaces: ['--cgroup'],
	inside: [
		// As root this uncovers the mount point; an ordinary user may not unmount what he inherited.
		'umount -R /sys/fs/cgroup 2>/dev/null || true',
		// A cgroup2 right on top of the inherited one answers EBUSY, hence the tmpfs between them.
		'mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup',
		'mount -t cgroup2 cgroup2 /sys/fs/cgroup',
		`mkdir /sys/fs/cgroup/${terminalsGroup}`,
		`echo $$ > /sys/fs/cgroup/${terminalsGroup}/cgroup.procs`,
		'echo "+cpu +memory +pids" > /sys/fs/cgroup/cgroup.subtree_control',
	],
	ownGroups: [terminalsGroup],
	...removal([directory]),
});

/** Where the stage's shells are. */
const terminalsGroup = 'terminals';
