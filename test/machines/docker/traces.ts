import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeBridge } from './bridge.ts';
import { removeGroups } from './groups.ts';

const place = '/tmp';
const prefix = 'cuth-docker-';

/** The name of the bridge and of the cgroups of a daemon, by the process of the tests that it belongs to. */
export const nameFor = (pid: number | string) => `cuth-${pid}`;

/** Of its directory. */
export const prefixFor = (pid: number) => join(place, `${prefix}${pid}-`);

/** Removes what daemons left whose tests were killed. */
export async function removeLeft() {
	for (const directory of readdirSync(place).filter((name) => name.startsWith(prefix))) {
		const [pid = ''] = directory.slice(prefix.length).split('-');
		if (!existsSync(join('/proc', pid))) {
			await removeTraces(join(place, directory), nameFor(pid));
		}
	}
}

export async function removeTraces(directory: string, name: string) {
	removeGroups(name);
	await removeBridge(name);
	rmSync(directory, { recursive: true, force: true });
}
