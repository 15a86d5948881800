import { root } from './root.ts';
import { rootless } from './rootless.ts';

/** How this user gets a place where chroot and mount are allowed. */
export type Privilege = {
	/** Options of unshare(1) for the stage's own namespaces. */
	readonly namespaces: readonly string[];
};

export const privilege = (): Privilege => (process.getuid?.() === 0 ? root : rootless);
