import { join } from 'node:path';
import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';

/** Where on this machine a stage's cgroup can be; found out by `probe`. */
export type CgroupPlace =
	/** The directory of ours in each controller's hierarchy. */
	| { readonly version: 'v1'; readonly parents: Readonly<Record<string, string>> }
	/** A directory to make one in, or a scope that systemd makes for us. */
	| { readonly version: 'v2'; readonly scope: false; readonly parent: string }
	| { readonly version: 'v2'; readonly scope: true }
	| { readonly version: 'none' };

/** What the ledger says will be created. A scope's directory is known once its guard is in it. */
export function plannedCgroup(place: CgroupPlace, id: string): StageCgroup {
	const name = `containers-under-the-hood-${id}`;
	if (place.version === 'v1') {
		const directories = Object.entries(place.parents).map(([controller, parent]) => [
			controller,
			join(parent, name),
		]);
		return {
			version: 'v1',
			directories: Object.fromEntries(directories) as Record<string, string>,
		};
	}

	return place.version === 'v2' && !place.scope
		? { version: 'v2', directory: join(place.parent, name) }
		: { version: 'none' };
}
