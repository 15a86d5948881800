import type { Privilege } from './privilege.ts';

/** With a name of its own for the machine: no `hostname NAME` of a learner's renames the real one. */
export const root: Privilege = {
	enter: ['unshare', '--mount', '--uts', '--propagation', 'private'],
};
