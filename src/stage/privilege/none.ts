import type { Privilege } from './privilege.ts';

/**
 * The privilege of a stage without namespaces: only a directory, and chroot(2) where this user may.
 */
export const none: Privilege = { enter: [] };
