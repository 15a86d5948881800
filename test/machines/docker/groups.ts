import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readControllerPlaces } from '../../../src/kernel/controllers.ts';
import { thisMachine } from '../../../src/kernel/port/this-machine.ts';

/**
 * The cgroup that the containers are in, which the daemon would leave behind. It gets three times the
 * share of the cpu: what a lesson measures must not depend on what else the machine is busy with.
 */
export function makeGroups(name: string) {
	const { mount, version } = place();
	mkdirSync(join(mount, name));
	const [file, share] = version === 'v2' ? ['cpu.weight', '300'] : ['cpu.shares', '3072'];
	writeFileSync(join(mount, name, file), share);
}

/** Also those that the daemon made beside it, in the hierarchies of cgroup v1. */
export function removeGroups(name: string) {
	const { mount } = place();
	for (const hierarchy of [mount, ...siblings(mount)]) {
		if (existsSync(join(hierarchy, name))) {
			rmdirSync(join(hierarchy, name));
		}
	}
}

const place = () =>
	readControllerPlaces(thisMachine).cpu ?? { mount: '/sys/fs/cgroup', version: 'v1' };

const siblings = (mount: string): readonly string[] =>
	readdirSync(dirname(mount)).map((name) => join(dirname(mount), name));
