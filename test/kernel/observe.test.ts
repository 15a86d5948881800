import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { factValue } from '../../src/engine/judge/fact-value.ts';
import { observe } from '../../src/kernel/observe.ts';
import { readNamespaces } from '../../src/kernel/namespaces.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { listPids, readStat } from '../../src/kernel/processes.ts';
import { furnish, openStage, stageTest, type TestStage, until } from './open-stage.ts';

let stage: TestStage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => {
	await stage.close();
});

const look = (infrastructure: readonly number[] = [], reader = 0) =>
	observe(thisMachine, {
		sandbox: stage.sandbox,
		mark: undefined,
		terminals: new Map([['host', { outermost: stage.shell, reader }]]),
		infrastructure: new Set(infrastructure),
		cgroup: { version: 'none' },
		ownGroups: [],
	});

function furnishContainer(): void {
	furnish(join(stage.sandbox, 'my-container'), ['bash', 'sleep']);
	mkdirSync(join(stage.sandbox, 'my-container/proc'));
}

stageTest('before the first command there is a shell, like any on the host', () => {
	const { processes, views, mounts, groups, files, otherProcesses, machine } = look();

	expect(processes).toEqual([
		{
			pid: stage.shell,
			parent: process.pid,
			command: 'bash --noprofile --norc',
			terminal: 'host',
			root: '/',
			pids: [stage.shell],
			ownNamespaces: {},
			caught: expect.arrayContaining(['SIGCHLD']) as unknown as string[],
			capabilities: expect.stringMatching(/^[\da-f]{16}$/) as unknown as string,
			noNewPrivileges: false,
		},
	]);
	expect(views).toEqual([
		{
			terminal: 'host',
			shell: stage.shell,
			proc: 'host',
			processes: [{ shownAs: stage.shell, pid: stage.shell, command: 'bash --noprofile --norc' }],
			others: expect.any(Number) as unknown as number,
		},
	]);
	expect([mounts, groups, files]).toEqual([[], [], []]);
	expect(otherProcesses).toBeGreaterThan(0);
	expect(machine.cores).toBeGreaterThan(0);
});

stageTest('a process in the background belongs to its terminal, and is seen there', async () => {
	await stage.type(`bash -c "exec -a $MARK-job sleep 300" &`);
	const pid = await stage.pidOf('job');
	const { processes, views } = look();

	expect(processes.find((process) => process.pid === pid)).toMatchObject({
		parent: stage.shell,
		command: `${stage.mark}-job 300`,
		terminal: 'host',
	});
	expect(views[0]?.processes.map((process) => process.pid)).toEqual([stage.shell, pid]);
});

stageTest('what a shell in the background sees is not what its terminal does', async () => {
	furnishContainer();
	// With job control it has the terminal's input.
	await stage.type(
		'set -m; chroot my-container bash -c "bash -c \\"exec -a $MARK-job sleep 300\\"; :" &',
	);
	await stage.pidOf('job');
	const shownAs = Number(await stage.type('echo $$'));

	expect(look([], shownAs).views).toMatchObject([{ proc: 'host' }]);
});

stageTest('a background job that is a copy of the shell is not the one that reads', async () => {
	await stage.type(`set -m; (bash -c "exec -a $MARK-job sleep 300"; true) &`);
	await stage.pidOf('job');
	const snapshot = look([], stage.shell);

	expect(
		snapshot.processes.filter(({ command }) => command === 'bash --noprofile --norc'),
	).toHaveLength(2);
	expect(factValue({ kind: 'shell', terminal: 'host' }, snapshot)).toBe(String(stage.shell));
});

stageTest('what the stage needs for itself is neither listed nor counted as the host', async () => {
	await stage.type(`bash -c "exec -a $MARK-ours sleep 300" &`);
	const pid = await stage.pidOf('ours');
	const { processes, views, otherProcesses } = look([pid]);

	expect(processes.map((process) => process.pid)).toEqual([stage.shell]);
	expect(views[0]?.processes.map((process) => process.pid)).toEqual([stage.shell]);
	expect(views[0]?.others).toBe(otherProcesses);
});

stageTest('a chroot shows its root, and no /proc until one is mounted', async () => {
	furnishContainer();
	await stage.type('chroot my-container bash');
	const before = look();

	expect(before.processes).toMatchObject([
		{ pid: stage.shell, root: '/' },
		{ parent: stage.shell, root: 'my-container', terminal: 'host', ownNamespaces: {} },
	]);
	expect(before.views).toMatchObject([
		{ terminal: 'host', proc: 'none', processes: [], others: 0 },
	]);
	expect(before.mounts).toEqual([]);

	await stage.type('exit');
	await stage.type('mount --rbind /proc my-container/proc');
	await stage.type('chroot my-container bash');
	const after = look();

	expect(after.views[0]?.proc).toBe('host');
	expect(after.views[0]?.processes).toHaveLength(2);
	expect(after.mounts[0]).toEqual({
		path: 'my-container/proc',
		type: 'proc',
		namespace: readNamespaces(thisMachine, stage.shell).mnt,
		onStage: true,
	});
});

stageTest('a container with a /proc of its own sees only itself', async () => {
	furnishContainer();
	await stage.type('mount --rbind /proc my-container/proc');
	await stage.type(`unshare --pid --fork --mount-proc=my-container/proc chroot my-container bash`);
	await stage.type(`bash -c "exec -a ${stage.mark}-job sleep 300" </proc/self/status &`);
	const pid = await stage.pidOf('job');
	const { processes, views, mounts } = look();
	const [, unshare, bash, job] = processes;

	expect(processes.map(({ terminal }) => terminal)).toEqual(['host', 'host', 'host', 'host']);
	expect(unshare).toMatchObject({
		root: '/',
		ownNamespaces: { mnt: expect.any(Number) as unknown as number },
	});
	expect(bash).toMatchObject({ root: 'my-container', command: 'bash', pids: [bash?.pid, 1] });
	expect(Object.keys(job?.ownNamespaces ?? {})).toEqual(['mnt', 'pid']);
	expect(job?.pids[0]).toBe(pid);
	expect(views).toEqual([
		{
			terminal: 'host',
			shell: bash?.pid,
			proc: 'own',
			processes: [
				{ shownAs: 1, pid: bash?.pid, command: 'bash' },
				{ shownAs: job?.pids[1], pid, command: `${stage.mark}-job 300` },
			],
			others: 0,
		},
	]);
	expect(mounts.filter(({ onStage }) => !onStage)).toEqual([
		{ path: 'my-container/proc', type: 'proc', namespace: bash?.ownNamespaces.mnt, onStage: false },
	]);
});

stageTest('two containers are told apart, although each has a process with number 1', async () => {
	for (const name of ['one', 'two']) {
		furnish(join(stage.sandbox, name), ['bash', 'sleep']);
		mkdirSync(join(stage.sandbox, name, 'proc'));
	}

	const unshare = (name: string) => `unshare --pid --fork --mount-proc=${name}/proc chroot ${name}`;
	await stage.type(
		`{ sleep 0.2; exec ${unshare('two')} bash -c 'exec -a ${stage.mark}-two sleep 300'; } &`,
	);
	await stage.type(`${unshare('one')} bash`);
	await stage.pidOf('two');
	const { views, mounts } = look();

	expect(views[0]).toMatchObject({ proc: 'own', processes: [{ shownAs: 1, command: 'bash' }] });
	expect(mounts.map(({ path }) => path)).toEqual(['one/proc', 'two/proc']);
});

stageTest(
	'a /proc that is mounted over the one of the host, for one container, is told',
	async () => {
		furnishContainer();
		await stage.type('unshare --pid --fork --mount-proc chroot my-container bash');
		const { processes, mounts } = look();
		const unshare = processes.find(({ command }) => command.startsWith('unshare'));

		expect(mounts).toEqual([
			{ path: '/proc', type: 'proc', namespace: unshare?.ownNamespaces.mnt, onStage: false },
		]);
	},
);

stageTest('a zombie in a container is not taken for a process of the host', async () => {
	furnishContainer();
	await stage.type('unshare --pid --fork --mount-proc=my-container/proc chroot my-container bash');
	await stage.type(
		`bash -c "sleep 300 & exec -a ${stage.mark}-careless sleep 300" </proc/version &`,
	);
	const careless = await stage.pidOf('careless');
	const child = await until('it has a child', () =>
		listPids(thisMachine).find((pid) => readStat(thisMachine, pid)?.parent === careless),
	);
	// Ended only now: as long as bash was there, it would have asked how.
	process.kill(child, 'SIGKILL');
	await until('there is a zombie', () => readStat(thisMachine, child)?.state === 'Z' || undefined);
	const { views } = look();

	expect(views[0]).toMatchObject({ proc: 'own', others: 0 });
	expect(views[0]?.processes.map(({ pid }) => pid)).toContain(careless);
});

stageTest('members of a group are processes of the stage', () => {
	const directory = join(stage.sandbox, 'cgroup');
	mkdirSync(join(directory, 'container-group'), { recursive: true });
	writeFileSync(
		join(directory, 'container-group/cgroup.procs'),
		`${process.pid}\n${stage.shell}\n`,
	);
	const { groups } = observe(thisMachine, {
		sandbox: stage.sandbox,
		mark: undefined,
		terminals: new Map(),
		infrastructure: new Set(),
		cgroup: { version: 'v2', directory },
		ownGroups: [],
	});

	expect(groups).toMatchObject([{ path: 'container-group', members: [stage.shell] }]);
});

stageTest("the stage's own groups are not listed, nor what is below them", () => {
	const directory = join(stage.sandbox, 'cgroup');
	for (const path of ['terminals/deeper', 'terminals-of-mine', 'a/b']) {
		mkdirSync(join(directory, path), { recursive: true });
	}

	const { groups } = observe(thisMachine, {
		sandbox: stage.sandbox,
		mark: undefined,
		terminals: new Map(),
		infrastructure: new Set(),
		cgroup: { version: 'v2', directory },
		ownGroups: ['terminals'],
	});

	expect(groups.map(({ path }) => path)).toEqual(['a', 'a/b', 'terminals-of-mine']);
});

stageTest('after pivot_root, root and mounts are those of the directory it was', async () => {
	furnish(join(stage.sandbox, 'my-container'), ['bash', 'sleep', 'umount', 'rmdir']);
	mkdirSync(join(stage.sandbox, 'my-container/proc'));
	mkdirSync(join(stage.sandbox, 'my-container/.old'));
	await stage.type(`unshare --pid --mount --fork bash -c "
		mount --bind my-container my-container && cd my-container && mount -t proc proc proc &&
		pivot_root . .old && cd / && umount -l .old && rmdir .old &&
		exec -a $MARK-pivoted sleep 300" &`);
	const pid = await stage.pidOf('pivoted');
	const { processes, mounts } = look();

	expect(processes.find((process) => process.pid === pid)?.root).toBe('my-container');
	expect(mounts.map(({ path, onStage }) => [path, onStage])).toEqual([
		['my-container', false],
		['my-container/proc', false],
	]);
});

stageTest('a terminal that was closed has no view, and its sandbox still has files', () => {
	writeFileSync(join(stage.sandbox, 'a.txt'), 'hello');
	const { views, files } = observe(thisMachine, {
		sandbox: stage.sandbox,
		mark: undefined,
		terminals: new Map([['container-1', { outermost: 2 ** 22 + 1, reader: 0 }]]),
		infrastructure: new Set(),
		cgroup: { version: 'none' },
		ownGroups: [],
	});

	expect(views).toEqual([]);
	expect(files).toEqual([{ path: 'a.txt', kind: 'file', size: 5 }]);
});

stageTest(
	'after pivot_root a root is still called by its name, and known to have lost the old one',
	async () => {
		furnishContainer();
		mkdirSync(join(stage.sandbox, 'my-container/.old'));
		furnish(join(stage.sandbox, 'my-container'), ['umount', 'chroot', 'mkdir', 'cp']);
		await stage.type(`mkdir upper work merged && mount -t overlay overlay \
		-o lowerdir=my-container,upperdir=upper,workdir=work,userxattr merged`);
		const pivot = (name: string, root: string, prepare: string, after: string) =>
			stage.type(`unshare --mount bash -c "${prepare} && cd ${root} && mount --rbind /proc proc &&
			pivot_root . .old && cd / && ${after} && exec -a $MARK-${name} sleep 300" &`);
		await stage.type(`bash -c "cd my-container; exec -a $MARK-host sleep 300" &`);
		await stage.type(`chroot my-container bash -c "exec -a $MARK-chrooted sleep 300" &`);
		const bind = 'mount --bind my-container my-container';
		await pivot('keeping', 'my-container', bind, 'true');
		await pivot('pivoted', 'my-container', bind, 'umount -l .old');
		await pivot(
			'inner',
			'my-container',
			bind,
			`umount -l .old && mkdir .room && cp -r lib* usr bin .room; \
		chroot .room bash -c 'exec -a $MARK-room sleep 300' & true`,
		);
		await pivot('merged', 'merged', 'true', 'umount -l .old');
		await pivot(
			'tmpfs',
			'merged',
			'mount -t tmpfs none merged && mkdir merged/proc merged/.old merged/usr && mount --rbind /usr merged/usr && ln -s usr/bin usr/lib usr/lib64 merged',
			'umount -l .old',
		);

		const found = async (name: string) => {
			const pid = await stage.pidOf(name);
			const { root, hasLostOldRoot } = look().processes.find((one) => one.pid === pid) ?? {};
			return { root, hasLostOldRoot };
		};
		const lost = { hasLostOldRoot: true };
		const kept = { hasLostOldRoot: undefined };
		expect(await found('host')).toEqual({ root: '/', ...kept });
		expect(await found('chrooted')).toEqual({ root: 'my-container', ...kept });
		expect(await found('keeping')).toEqual({ root: 'my-container', ...kept });
		expect(await found('pivoted')).toEqual({ root: 'my-container', ...lost });
		expect(await found('room')).toEqual({ root: 'my-container/.room', ...lost });
		expect(await found('merged')).toEqual({ root: 'merged', ...lost });
		expect(await found('tmpfs')).toEqual({ root: '(tmpfs)', ...lost });
	},
);

stageTest('of a network namespace of its own, devices and addresses are told', async () => {
	await stage.type(
		`unshare --net bash -c 'ip link set lo up; ip addr add 10.9.8.7/24 dev lo; exec -a $MARK-alone sleep 300' &`,
	);
	const pid = await stage.pidOf('alone');
	const processOf = (one: number) => look().processes.find((process) => process.pid === one);

	expect(processOf(pid)?.network).toEqual({
		devices: expect.arrayContaining(['lo']) as unknown as string[],
		addresses: ['10.9.8.7'],
		gateways: [],
		neighbours: [],
	});
	expect(processOf(stage.shell)).not.toHaveProperty('network');
});
