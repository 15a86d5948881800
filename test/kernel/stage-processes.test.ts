import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { findStageProcesses } from '../../src/kernel/stage-processes.ts';
import { listPids, readStat } from '../../src/kernel/processes.ts';
import { endChildren, start } from './children.ts';
import { furnish, openStage, stageTest, type TestStage, until } from './open-stage.ts';

const stages: TestStage[] = [];
afterEach(async () => {
	await Promise.all(stages.splice(0).map((stage) => stage.close()));
	await endChildren();
});

async function open(sandbox?: string): Promise<TestStage> {
	const stage = await openStage(sandbox);
	stages.push(stage);
	return stage;
}

/** Below the root file system, and on one of its own. */
stageTest.each([tmpdir(), '/dev/shm'])(
	'finds every process of a stage below %s, whatever it did, and no other',
	async (directory) => {
		const stage = await open(mkdtempSync(join(directory, 'kernel-test-')));
		furnish(join(stage.sandbox, 'my-container'), ['bash', 'sleep', 'env', 'umount', 'rmdir']);
		await stage.type('mkdir my-container/proc my-container/.old');

		await stage.type(`bash -c "exec -a $MARK-plain sleep 300" &`);
		await stage.type(
			`setsid --fork bash -c "bash -c 'exec -a $MARK-orphan sleep 300' & disown; exit"`,
		);
		await stage.type(
			`setsid --fork unshare --pid --mount --fork chroot my-container bash -c "exec -a $MARK-chrooted sleep 300" &`,
		);
		await stage.type(
			`setsid --fork unshare --mount chroot my-container bash -c "exec -a $MARK-alone sleep 300" &`,
		);
		await stage.type(`setsid --fork unshare --pid --mount --fork bash -c "
			mount --bind my-container my-container && cd my-container && mount -t proc proc proc &&
			pivot_root . .old && cd / && umount -l .old && rmdir .old &&
			exec env -i PATH=$PATH bash -c 'exec -a $MARK-pivoted sleep 300'" &`);
		await stage.type(`unshare --mount bash -c "
			mount -t tmpfs none my-container && mkdir -p my-container/.old my-container/usr my-container/proc &&
			mount --rbind /usr my-container/usr && mount --rbind /proc my-container/proc && ln -s usr/bin usr/lib usr/lib64 my-container &&
			cd my-container && pivot_root . .old && cd / && umount -l .old && exec -a $MARK-tmpfs sleep 300" &`);
		// Known by its root alone: an overlay that the stage has, too, and another whose layers are called by their paths.
		await stage.type(`mkdir upper work merged named-upper named-work named &&
			mount -t overlay overlay -o lowerdir=my-container,upperdir=upper,workdir=work,userxattr merged`);
		for (const [name, prepare] of [
			['merged', 'true'],
			[
				'named',
				'mount -t overlay overlay -o lowerdir=$PWD/my-container,upperdir=$PWD/named-upper,workdir=$PWD/named-work,userxattr named',
			],
		] as const) {
			await stage.type(`setsid --fork unshare --mount bash -c "
				${prepare} && cd ${name} && mount -t proc proc proc || mount --rbind /proc proc; mkdir -p .old
				pivot_root . .old && cd / && umount -l .old &&
				exec env -i PATH=$PATH bash -c 'exec -a $MARK-${name} sleep 300'" &`);
		}

		const names = ['plain', 'orphan', 'chrooted', 'alone', 'pivoted', 'tmpfs', 'merged', 'named'];
		const pids = await Promise.all(names.map((name) => stage.pidOf(name)));

		const found = findStageProcesses(thisMachine, stage.sandbox, undefined);

		expect(found).toEqual(stage.processes());
		expect(found).toEqual(expect.arrayContaining(pids));
	},
);

stageTest('leaves alone a stage whose sandbox has a longer name, and the host', async () => {
	const stage = await open();
	const neighbour = await open(`${stage.sandbox}0`);
	furnish(stage.sandbox, ['sleep']);
	start('sleep', ['300'], { cwd: stage.sandbox });
	const chrooted = start('unshare', [
		...['--user', '--map-root-user', '/usr/sbin/chroot', stage.sandbox],
		...['sleep', '300'],
	]);
	const elsewhere = start('unshare', ['--user', '--map-root-user', '--mount', 'sleep', '300'], {
		cwd: stage.sandbox,
	});
	await until('they are where they are meant to be', () =>
		[chrooted, elsewhere].every((pid) => readStat(thisMachine, pid)?.name === 'sleep')
			? true
			: undefined,
	);

	expect(findStageProcesses(thisMachine, stage.sandbox, undefined)).toEqual([stage.shell]);
	expect(findStageProcesses(thisMachine, neighbour.sandbox, undefined)).toEqual([neighbour.shell]);
});

stageTest('passes over a process that has ended but was not waited for', async () => {
	const stage = await open();
	await stage.type(`bash -c "sleep 300 & exec -a $MARK-careless sleep 300" &`);
	const careless = await stage.pidOf('careless');
	const child = await until('it has a child', () =>
		listPids(thisMachine).find((pid) => readStat(thisMachine, pid)?.parent === careless),
	);
	// Ended only now: as long as bash was there, it would have asked how.
	process.kill(child, 'SIGKILL');
	await until('there is a zombie', () => readStat(thisMachine, child)?.state === 'Z' || undefined);

	expect(findStageProcesses(thisMachine, stage.sandbox, undefined)).toEqual([
		stage.shell,
		careless,
	]);
});

test('finds nothing for a directory that no stage has', () => {
	expect(findStageProcesses(thisMachine, '/nowhere', undefined)).toEqual([]);
});
