import type { PrivilegeName } from '../../machine/trials.ts';
import { none } from './none.ts';
import { root } from './root.ts';
import { rootless } from './rootless.ts';

/** The way in which a stage gets its namespaces. */
export type Privilege = {
	/** The words before a command that give it the stage's own namespaces. */
	readonly enter: readonly string[];
};

/** The privileges by their names. */
export const privileges: Readonly<Record<PrivilegeName, Privilege>> = { root, rootless, none };
