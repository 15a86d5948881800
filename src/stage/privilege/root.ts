import type { Privilege } from './privilege.ts';

/**
 * The privilege of root. The stage has a name of its own for the machine, so that no `hostname
 * NAME` of a learner's renames the real one.
 */
export const root: Privilege = {
	enter: ['unshare', '--mount', '--uts', '--propagation', 'private'],
};
