import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isLive, listPids, readProcess, type RunningProcess } from '../../src/kernel/processes.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

/** Everything on the machine that a run could leave behind. */
export type Inventory = {
	/** Mounts, cgroups, network devices, files in temporary directories: lines that can be compared. */
	readonly things: ReadonlySet<string>;
	/** Zombies have ended and are not counted. */
	readonly processes: readonly RunningProcess[];
};

export const takeInventory = (): Inventory => ({
	things: new Set([
		...lines('/proc/self/mountinfo').map((line) => `mount ${line}`),
		...directoriesBelow('/sys/fs/cgroup').map((path) => `cgroup ${path}`),
		...networkDevices().map((name) => `network device ${name}`),
		...['/tmp', '/var/tmp', '/dev/shm'].flatMap((directory) =>
			readdirSync(directory)
				.filter((name) => name.includes('containers-under-the-hood'))
				.flatMap((name) => [join(directory, name), ...allBelow(join(directory, name))])
				.map((path) => `file ${path}`),
		),
	]),
	processes: listPids(thisMachine)
		.flatMap((pid) => readProcess(thisMachine, pid) ?? [])
		.filter(isLive),
});

/** What has appeared since; waits a little for it to go, because a killed process takes a moment. */
export async function leftSince(before: Inventory, milliseconds: number) {
	const deadline = Date.now() + milliseconds;
	for (;;) {
		const now = takeInventory();
		const left = [
			...[...now.things].filter((thing) => !before.things.has(thing)),
			...orphansSince(before, now).map(({ pid, command }) => `process ${pid} ${command}`),
		];
		if (left.length === 0 || Date.now() > deadline) {
			return left;
		}

		await delay(50);
	}
}

/**
 * New processes that belong to nobody: when the program is gone, what it left is a child of process 1,
 * or of systemd. A child of something else that was there before is somebody else's work.
 */
function orphansSince(before: Inventory, now: Inventory): readonly RunningProcess[] {
	const key = ({ pid, startTime }: RunningProcess) => `${pid} ${startTime}`;
	const known = new Set(before.processes.map(key));
	const running = new Map(now.processes.map((one) => [one.pid, one]));
	const ownerOf = (one: RunningProcess): RunningProcess | undefined => {
		const parent = running.get(one.parent);
		return parent === undefined || known.has(key(parent)) ? parent : ownerOf(parent);
	};

	return now.processes.filter((one) => {
		const owner = ownerOf(one);
		return !known.has(key(one)) && (owner === undefined || isReaper(owner));
	});
}

const isReaper = ({ pid, name }: RunningProcess) => pid === 1 || name === 'systemd';

/** Those of our own network namespace; /sys shows those of whoever mounted it. */
const networkDevices = () =>
	lines('/proc/self/net/dev').flatMap((line) => /^ *(\S+):/.exec(line)?.[1] ?? []);

const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

function allBelow(directory: string): readonly string[] {
	try {
		return readdirSync(directory, { recursive: true }).map(
			(name) => `${directory}/${String(name)}`,
		);
	} catch {
		// Another user's, or gone.
		return [];
	}
}

function directoriesBelow(directory: string): readonly string[] {
	try {
		return readdirSync(directory, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.flatMap(({ name }) => [join(directory, name), ...directoriesBelow(join(directory, name))]);
	} catch {
		// A cgroup that has just gone.
		return [];
	}
}
