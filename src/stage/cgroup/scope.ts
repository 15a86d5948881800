import { mkdirSync, writeFileSync } from 'node:fs';
import { readControllerPlaces } from '../../kernel/controllers.ts';
import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';

/**
 * An ordinary user gets cgroups from systemd: the guard is started in a scope of its own, which is
 * delegated to the user and removed by systemd when its last process has ended; systemd.scope(5).
 */
export const scopeCommand = (id: string): readonly string[] => [
	...['systemd-run', '--user', '--scope', '--quiet', '--collect'],
	...['--property=Delegate=yes', `--unit=containers-under-the-hood-${id}`],
];

/** Called by the guard in its scope: makes room beside itself for the stage, which `v2` then creates. */
export function shareScope(): StageCgroup {
	const scope = readControllerPlaces().cpu?.own;
	if (scope === undefined) {
		return { version: 'none' };
	}

	mkdirSync(`${scope}/guard`);
	// First out of the scope itself, else the next line answers EBUSY.
	writeFileSync(`${scope}/guard/cgroup.procs`, String(process.pid));
	writeFileSync(`${scope}/cgroup.subtree_control`, '+cpu +memory +pids');
	return { version: 'v2', directory: `${scope}/stage` };
}
