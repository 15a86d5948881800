import { mkdirSync, writeFileSync } from 'node:fs';
import { hierarchyOf } from '../../kernel/cgroup-membership.ts';
import { thisMachine } from '../../kernel/port/this-machine.ts';
import type { CgroupSetup } from './cgroup-setup.ts';
import { removal } from './removal.ts';

/** One directory per controller; each hierarchy is mounted afresh, rooted at the stage's directory by the cgroup namespace. */
export function v1(directories: Readonly<Record<string, string>>): CgroupSetup {
	return {
		create() {
			for (const directory of new Set(Object.values(directories))) {
				mkdirSync(directory);
			}

			const { cpu, memory } = directories;
			if (cpu !== undefined) {
				// What a lesson measures must not depend on what else the machine is busy with.
				writeFileSync(`${cpu}/cpu.shares`, '10240');
			}

			if (memory !== undefined) {
				// Children inherit it: over its limit a group is killed at once, not swapped for minutes.
				writeFileSync(`${memory}/memory.swappiness`, '0');
			}
		},
		join: Object.values(directories).map((directory) => `echo $$ > '${directory}/cgroup.procs'`),
		namespaces: ['--cgroup'],
		inside: [
			// libcgroup would find the host's mounts first and give up.
			'umount -R /sys/fs/cgroup',
			'mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup',
			...Object.keys(directories).flatMap((controller) => [
				`mkdir /sys/fs/cgroup/${controller}`,
				// A hierarchy with several controllers (cpu,cpuacct) can only be mounted by all their names.
				`mount -t cgroup -o ${hierarchyOf(thisMachine, controller)} cgroup /sys/fs/cgroup/${controller}`,
			]),
		],
		ownGroups: [],
		...removal(Object.values(directories)),
	};
}
