import { expect } from '@jest/globals';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { complete } from './debian-root.ts';
import { dockerTests } from './docker/docker-tests.ts';
import { buildProgram, image } from './docker/image.ts';
import { performIn } from './docker/run.ts';
import { keep, resultOf } from './result.ts';

const { check, daemon } = dockerTests(complete, buildProgram);

/** Steps that pass in lessons 1, 2, 3, 4 and 6. */
const all = [4, 9, 7, 16, 17];
const withoutLimits = [4, 9, 7, 16, 2];
const withoutPidNamespaces = [4, 9, 7, 0, 0];
const withoutMounts = [4, 9, 2, 0, 0];
const withoutChroot = [2, 1, 0, 0, 0];

const user = ['--user', 'node'];
const noSeccomp = ['--security-opt', 'seccomp=unconfined'];
const noMasks = ['--security-opt', 'systempaths=unconfined'];

const kinds: readonly (readonly [string, readonly string[], readonly number[]])[] = [
	['docker-default-root', [], withoutMounts],
	['docker-default-user', user, withoutChroot],
	['docker-no-seccomp-user', [...user, ...noSeccomp], withoutPidNamespaces],
	['docker-no-masks-user', [...user, ...noMasks], withoutChroot],
	['docker-no-seccomp-no-masks-user', [...user, ...noSeccomp, ...noMasks], withoutLimits],
	['docker-sys-admin-root', ['--cap-add', 'SYS_ADMIN'], withoutLimits],
	['docker-privileged-root', ['--privileged'], all],
	['docker-privileged-private-root', ['--privileged', '--cgroupns=private'], all],
	['docker-privileged-host-root', ['--privileged', '--cgroupns=host'], all],
	['docker-privileged-user', ['--privileged', ...user], withoutLimits],
	['docker-read-only-root', ['--read-only', '--tmpfs', '/tmp:exec'], withoutMounts],
];

for (const [kind, flags, passed] of kinds) {
	check(kind, async () => {
		const before = takeInventory();
		const { exitCode, stdout, stderr, left } = await performIn(daemon(), image, flags, [
			...['run', '--json'],
		]);
		const result = await resultOf(stdout);
		keep(kind, result);
		expect(stderr).toBe('');
		expect(result.failures).toEqual([]);
		expect(result.lessons.map((lesson) => lesson.passed)).toEqual(passed);
		expect(left).toEqual([]);
		expect(exitCode).toBe(0);
		expect(await leftSince(before, 5000)).toEqual([]);
	});
}
