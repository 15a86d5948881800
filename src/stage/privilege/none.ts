import type { Privilege } from './privilege.ts';

/** No namespaces: only a directory, and chroot(2) where this user may. */
export const none: Privilege = { enter: [] };
