import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { readControllerPlaces } from '../../../src/kernel/controllers.ts';
import { stageGroups } from '../../../src/kernel/limits/stage-groups.ts';
import { thisMachine } from '../../../src/kernel/port/this-machine.ts';
import { endChildren, start } from '../children.ts';

const places = readControllerPlaces(thisMachine);
const isV1 = Object.values(places).every((place) => place?.version === 'v1' && place.own);
const rootTest = isV1 && process.getuid?.() === 0 ? test : test.skip;

const name = `kernel-test-${process.pid}`;
const directories = {
	cpu: join(places.cpu?.own ?? '/nowhere', name),
	memory: join(places.memory?.own ?? '/nowhere', name),
	pids: join(places.pids?.own ?? '/nowhere', name),
};
const made: string[] = [];

function make(...paths: string[]): void {
	for (const path of paths) {
		mkdirSync(path);
		made.push(path);
	}
}

function makeGroup(path: string): typeof directories {
	const { cpu, memory, pids } = directories;
	const group = { cpu: `${cpu}/${path}`, memory: `${memory}/${path}`, pids: `${pids}/${path}` };
	make(...Object.values(group));
	return group;
}

beforeEach(() => {
	if (rootTest === test) {
		make(...Object.values(directories));
	}
});

afterEach(async () => {
	await endChildren();
	made.splice(0).reverse().forEach(remove);
});

/** Busy for a moment after its last process has ended. */
function remove(directory: string, attempts = 100): void {
	try {
		rmdirSync(directory);
	} catch (error) {
		if (attempts === 0) {
			throw error;
		}

		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
		remove(directory, attempts - 1);
	}
}

const groups = () => stageGroups(thisMachine, { version: 'v1', directories }).list([]);

rootTest('a stage without groups has none, not even itself', () => {
	expect(groups()).toEqual([]);
});

rootTest('a new group has no quota and no limit', () => {
	makeGroup('container-group');

	expect(groups()).toEqual([
		{
			path: 'container-group',
			controllers: ['cpu', 'memory', 'pids'],
			members: [],
			cpu: { quota: undefined, period: 100_000, throttled: 0 },
			memory: { limit: undefined, usage: 0, killed: 0 },
			pids: { limit: undefined, refused: 0 },
		},
	]);
});

rootTest('reads what was set', () => {
	const group = makeGroup('container-group');
	writeFileSync(`${group.cpu}/cpu.cfs_period_us`, '50000');
	writeFileSync(`${group.cpu}/cpu.cfs_quota_us`, '25000');
	writeFileSync(`${group.memory}/memory.limit_in_bytes`, '1000M');

	expect(groups()).toMatchObject([
		{ cpu: { quota: 25_000, period: 50_000 }, memory: { limit: 1_048_576_000 } },
	]);
});

rootTest('a member is in the group with every controller', () => {
	const group = makeGroup('container-group');
	const [whole, part] = [start('sleep', ['300']), start('sleep', ['300'])];
	for (const directory of [group.cpu, group.memory, group.pids]) {
		writeFileSync(`${directory}/cgroup.procs`, String(whole));
	}

	writeFileSync(`${group.cpu}/cgroup.procs`, String(part));
	writeFileSync(`${group.pids}/cgroup.procs`, String(part));

	expect(groups()[0]?.members).toEqual([whole]);
});

rootTest('counts what the kernel throttled and killed', async () => {
	const group = makeGroup('small');
	writeFileSync(`${group.cpu}/cpu.cfs_quota_us`, '5000');
	writeFileSync(`${group.memory}/memory.limit_in_bytes`, '8M');
	const join = `echo $$ >${group.cpu}/cgroup.procs; echo $$ >${group.memory}/cgroup.procs`;
	await execa('bash', ['-c', `${join}; tail /dev/zero; true`], { reject: false });
	const [small] = groups();

	expect(small?.cpu?.throttled).toBeGreaterThan(0);
	expect(small?.memory?.killed).toBe(1);
});

rootTest('a group made for one controller has only that one, and children their whole path', () => {
	make(`${directories.memory}/a`, `${directories.memory}/a/b`, `${directories.cpu}/c`);

	expect(groups().map(({ path, controllers }) => [path, controllers])).toEqual([
		['a', ['memory']],
		['a/b', ['memory']],
		['c', ['cpu']],
	]);
	expect(groups()[0]?.cpu).toBeUndefined();
});

test('a stage whose cgroup is gone has no groups', () => {
	expect(
		stageGroups(thisMachine, { version: 'v1', directories: { cpu: '/nowhere/cpu' } }).list([]),
	).toEqual([]);
});
