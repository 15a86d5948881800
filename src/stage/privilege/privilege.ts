import { none } from './none.ts';
import { root } from './root.ts';
import { rootless } from './rootless.ts';

/** How this user gets a place where mount is allowed: as root, in a user namespace, or not at all. */
export const privileges = { root, rootless, none } as const;
export type PrivilegeName = keyof typeof privileges;

export type Privilege = {
	/** The words before a command that give it the stage's own namespaces. */
	readonly enter: readonly string[];
};
