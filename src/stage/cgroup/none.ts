import type { CgroupSetup } from './cgroup-setup.ts';

export const none: CgroupSetup = {
	create() {
		// Nothing to make: the stage stays in the learner's own cgroup.
	},
	join: [],
	namespaces: [],
	inside: [],
};
