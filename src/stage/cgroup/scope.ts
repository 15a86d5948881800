import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readControllerPlaces } from '../../kernel/controllers.ts';
import type { StageCgroup } from '../../kernel/limits/stage-cgroup.ts';
import { thisMachine } from '../../kernel/port/this-machine.ts';

/**
 * An ordinary user gets cgroups from systemd: the guard is started in a scope of its own, which is
 * delegated to the user and removed by systemd when its last process has ended; systemd.scope(5).
 */
export const scopeCommand = (id: string): readonly string[] => [
	...delegated,
	`--unit=containers-under-the-hood-${id}`,
];

/** The command line that prints which controllers a scope is given, from the mount point of cgroup2. */
export const listDelegated = (mount: string): readonly string[] => [
	...delegated,
	...['bash', '-c', `cat "$0$(sed -n 's/^0:://p' /proc/self/cgroup)/cgroup.controllers"`, mount],
];

const delegated = [
	...['systemd-run', '--user', '--scope', '--quiet', '--collect'],
	'--property=Delegate=yes',
];

/**
 * Where our systemd listens, for `systemd-run --user`: su, sudo and cron hand on no address, or that
 * of another user; pam_systemd(8).
 */
export function busEnvironment(): NodeJS.ProcessEnv {
	const runtime = `/run/user/${process.getuid?.() ?? 0}`;
	return existsSync(`${runtime}/bus`)
		? { XDG_RUNTIME_DIR: runtime, DBUS_SESSION_BUS_ADDRESS: `unix:path=${runtime}/bus` }
		: {};
}

/** Makes room beside the guard, which calls this in its scope, for the stage's cgroup, which `v2` then creates. */
export function shareScope(): StageCgroup {
	const scope = readControllerPlaces(thisMachine).cpu?.own;
	if (scope === undefined) {
		return { version: 'none' };
	}

	mkdirSync(`${scope}/guard`);
	// First out of the scope itself, else the next line answers EBUSY.
	writeFileSync(`${scope}/guard/cgroup.procs`, String(process.pid));
	writeFileSync(`${scope}/cgroup.subtree_control`, '+cpu +memory +pids');
	return { version: 'v2', directory: `${scope}/stage` };
}
