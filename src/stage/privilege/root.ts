import type { Privilege } from './privilege.ts';

export const root: Privilege = { enter: ['unshare', '--mount', '--propagation', 'private'] };
