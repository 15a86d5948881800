import { join } from 'node:path';
import { membershipIn, readMemberships } from '../../../src/kernel/cgroup-membership.ts';
import { readMounts } from '../../../src/kernel/mounts.ts';
import { isWithin, pathBelow } from '../../../src/kernel/paths.ts';
import { thisMachine } from '../../../src/kernel/port/this-machine.ts';

/** A hierarchy of control groups that is mounted on this machine. */
export type Hierarchy = {
	readonly type: 'cgroup' | 'cgroup2';
	/** With which it is mounted, for mount(8). */
	readonly options: string;
	readonly mount: string;
	/** The group below which ours are made. */
	readonly parent: string;
};

export function readHierarchies(): readonly Hierarchy[] {
	const memberships = readMemberships(thisMachine);
	return readMounts(thisMachine, 'self').flatMap(
		({ type, path: mount, root, options }): Hierarchy[] => {
			if (type === 'cgroup2') {
				// Where systemd has handed the controllers on; in our own group, processes are in the way.
				return [{ type, options: 'rw', mount, parent: mount }];
			}
			if (type !== 'cgroup') {
				return [];
			}
			const names = options.filter((word) => word !== 'rw' && word !== 'ro');
			const own = membershipIn(memberships, names[0])?.path;
			return [
				{
					type,
					// One that systemd only names has no controller.
					options: [...(names[0]?.startsWith('name=') ? ['none'] : []), ...names].join(','),
					mount,
					parent:
						own !== undefined && isWithin(own, root) ? join(mount, pathBelow(own, root)) : mount,
				},
			];
		},
	);
}
