import type { CgroupSetup } from './cgroup-setup.ts';
import { removal } from './removal.ts';

/** The stage stays in the learner's own cgroup. */
export const none: CgroupSetup = {
	create() {
		// There is nothing to make.
	},
	join: [],
	namespaces: [],
	inside: [],
	ownGroups: [],
	...removal([]),
};
