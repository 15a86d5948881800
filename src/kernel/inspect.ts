import { readMounts, type Place } from './mounts.ts';
import { readNamespaces, type Namespaces } from './namespaces.ts';
import { isWithin, pathBelow, underRoot } from './paths.ts';
import { privilegesOf, type ProcessPrivileges } from './process-privileges.ts';
import { isLive, nsPids, readProcess, type RunningProcess } from './processes.ts';
import { readLink } from './read.ts';
import { caughtSignals } from './signals.ts';

/** All that procfs tells about one process of the stage. */
export type InspectedProcess = RunningProcess &
	ProcessPrivileges & {
		/** Its number in each PID namespace, the host's first. */
		readonly pids: readonly number[];
		readonly namespaces: Namespaces;
		/** Its `/`, as an absolute path on the host. */
		readonly root: string;
		readonly caught: readonly string[];
	};

/**
 * Undefined if it has ended.
 * @param outermost How the `/` of the stage's first process reads from here: see `outermostRoot`.
 */
export function inspect(
	pid: number,
	sandbox: Place,
	outermost = '/',
): InspectedProcess | undefined {
	const running = readProcess(pid);
	const pids = nsPids(pid);
	const privileges = privilegesOf(pid);
	return isLive(running) && pids && privileges
		? {
				...running,
				...privileges,
				pids,
				namespaces: readNamespaces(pid),
				root: rootOf(pid, sandbox, outermost),
				caught: caughtSignals(pid),
			}
		: undefined;
}

/**
 * Where we are in a chroot ourselves, the links of another mount namespace begin at the root of that
 * namespace, and not at ours: what the two have in common is what a process with our `/` shows.
 */
export const outermostRoot = (pid: number): string => readLink(`/proc/${pid}/root`) ?? '/';

/**
 * After chroot, /proc/PID/root says where. After pivot_root it is the `/` of its mount namespace, and
 * what is mounted there tells which directory of the sandbox that was.
 */
function rootOf(pid: number, sandbox: Place, outermost: string): string {
	const read = readLink(`/proc/${pid}/root`) ?? '/';
	const link = isWithin(read, outermost) ? `/${pathBelow(read, outermost)}` : read;
	if (isWithin(link, sandbox.directory)) {
		return link;
	}

	const mount = readMounts(pid).findLast(({ path }) => path === '/');
	return mount?.device === sandbox.device && isWithin(mount.root, sandbox.root)
		? underRoot(sandbox.directory, `/${pathBelow(mount.root, sandbox.root)}`)
		: '/';
}
