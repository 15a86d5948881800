import type { Privilege } from './privilege.ts';

/**
 * The privilege of an ordinary user, who is root over what is inside a user namespace of their own;
 * user_namespaces(7).
 */
export const rootless: Privilege = {
	enter: ['unshare', '--user', '--map-root-user', '--mount', '--uts', '--propagation', 'private'],
};
