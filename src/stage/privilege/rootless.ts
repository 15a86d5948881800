import type { Privilege } from './privilege.ts';

/** In a user namespace of one's own, an ordinary user is root over what is inside; user_namespaces(7). */
export const rootless: Privilege = {
	enter: ['unshare', '--user', '--map-root-user', '--mount', '--uts', '--propagation', 'private'],
};
