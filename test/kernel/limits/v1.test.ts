import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execa } from 'execa';
import { readControllerPlaces } from '../../../src/kernel/controllers.ts';
import { limitsOf } from '../../../src/kernel/limits/index.ts';
import { endChildren, start } from '../children.ts';

const { cpu, memory } = readControllerPlaces();
const places = { cpu, memory };
const isV1 = Object.values(places).every((place) => place?.version === 'v1' && place.own);
const rootTest = isV1 && process.getuid?.() === 0 ? test : test.skip;

const name = `kernel-test-${process.pid}`;
const directories = {
	cpu: join(cpu?.own ?? '/nowhere', name),
	memory: join(memory?.own ?? '/nowhere', name),
};
const made: string[] = [];

function make(...paths: string[]): void {
	for (const path of paths) {
		mkdirSync(path);
		made.push(path);
	}
}

beforeEach(() => {
	if (rootTest === test) {
		make(directories.cpu, directories.memory);
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

const groups = () => limitsOf({ version: 'v1', directories })();

rootTest('a stage without groups has none, not even itself', () => {
	expect(groups()).toEqual([]);
});

rootTest('a new group has no quota and no limit', () => {
	make(`${directories.cpu}/container-group`, `${directories.memory}/container-group`);

	expect(groups()).toEqual([
		{
			path: 'container-group',
			controllers: ['cpu', 'memory'],
			members: [],
			cpu: { quota: undefined, period: 100_000, throttled: 0 },
			memory: { limit: undefined, usage: 0, killed: 0 },
		},
	]);
});

rootTest('reads what was set, and who is in it with every controller', () => {
	const group = {
		cpu: `${directories.cpu}/container-group`,
		memory: `${directories.memory}/container-group`,
	};
	make(group.cpu, group.memory);
	writeFileSync(`${group.cpu}/cpu.cfs_period_us`, '50000');
	writeFileSync(`${group.cpu}/cpu.cfs_quota_us`, '25000');
	writeFileSync(`${group.memory}/memory.limit_in_bytes`, '1000M');
	const [whole, half] = [start('sleep', ['300']), start('sleep', ['300'])];
	writeFileSync(`${group.cpu}/cgroup.procs`, String(whole));
	writeFileSync(`${group.memory}/cgroup.procs`, String(whole));
	writeFileSync(`${group.cpu}/cgroup.procs`, String(half));

	expect(groups()).toMatchObject([
		{
			members: [whole],
			cpu: { quota: 25_000, period: 50_000 },
			memory: { limit: 1_048_576_000 },
		},
	]);
});

rootTest('counts what the kernel throttled and killed', async () => {
	const group = { cpu: `${directories.cpu}/small`, memory: `${directories.memory}/small` };
	make(group.cpu, group.memory);
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
	expect(limitsOf({ version: 'v1', directories: { cpu: '/nowhere/cpu' } })()).toEqual([]);
});
