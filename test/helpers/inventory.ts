import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isLive, listPids, readProcess } from '../../src/kernel/processes.ts';

/** Everything on the machine that a run could leave behind, as lines that can be compared. */
export type Inventory = readonly string[];

/** Processes that are not this test's own, mounts, cgroups, network devices, files in temporary directories. */
export function takeInventory(): Inventory {
	return [
		...processes(),
		...lines('/proc/self/mountinfo').map((line) => `mount ${line}`),
		...directoriesBelow('/sys/fs/cgroup').map((path) => `cgroup ${path}`),
		...readdirSync('/sys/class/net').map((name) => `network device ${name}`),
		...['/tmp', '/var/tmp', '/dev/shm'].flatMap((directory) =>
			readdirSync(directory)
				.filter((name) => name.includes('containers-under-the-hood'))
				.map((name) => `file ${directory}/${name}`),
		),
	].sort();
}

/** What appeared since; waits a little, because a killed process takes a moment to go. */
export async function leftSince(before: Inventory, milliseconds: number): Promise<Inventory> {
	const known = new Set(before);
	const deadline = Date.now() + milliseconds;
	for (;;) {
		const left = takeInventory().filter((line) => !known.has(line));
		if (left.length === 0 || Date.now() > deadline) {
			return left;
		}

		await delay(50);
	}
}

/** Zombies have ended; kernel threads are the kernel's; the children of this test are still needed. */
function processes(): readonly string[] {
	const all = listPids().flatMap((pid) => readProcess(pid) ?? []);
	const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
	const isOurs = (pid: number | undefined): boolean =>
		pid !== undefined &&
		pid > 1 &&
		(pid === process.ppid || pid === process.pid || isOurs(parents.get(pid)));
	return all
		.filter((one) => isLive(one) && one.parent !== 2 && !isOurs(one.pid))
		.map(({ pid, startTime, command }) => `process ${pid} ${startTime} ${command}`);
}

const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

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
