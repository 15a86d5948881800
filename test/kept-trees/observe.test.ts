import { describe, expect, test } from '@jest/globals';
import type { Process, Snapshot } from '../../src/engine/words/snapshot.ts';
import { observe } from '../../src/kernel/observe.ts';
import { openTree } from './open-tree.ts';

/** Both machines have the same stage, apart from the numbers. */
describe.each(['v1', 'v2'] as const)('on a machine with cgroup %s', (version) => {
	const { files, stage } = openTree(version);
	const snapshot = observe(files, stage);
	const [host, unshare, shell, sleep] = snapshot.processes;

	test('the machine is the kept one', () => {
		expect(snapshot.machine).toEqual({
			cores: 2,
			memory: expect.closeTo(3 * 2 ** 30, -9),
			kernel: expect.stringMatching(/^6\.1\..*-cloud-amd64$/),
			architecture: 'x86-64',
		});
		expect(snapshot.otherProcesses).toBeGreaterThan(50);
	});

	test('the processes are those of the learner, with terminal, root and numbers', () => {
		expect(
			snapshot.processes.map(({ command, terminal, root, pids }) => [
				command.replace(/ .*-(proc=\S+).*/, ' … $1'),
				terminal,
				root,
				pids.slice(1),
			]),
		).toEqual([
			['bash', 'host', '/', []],
			['unshare … proc=my-container/proc', 'host', '/', []],
			['bash -c sleep 1001; :', 'host', 'my-container', [1]],
			['sleep 1001', 'host', 'my-container', [2]],
			['bash', 'container', '/', []],
			['unshare … proc=my-container/proc', 'container', '/', []],
			['bash', 'container', 'my-container', [1]],
			['sleep 1002', 'container', 'my-container', [2]],
			['sleep 1003', 'host', '/', []],
		]);
		expect(snapshot.processes.every(({ pid, pids }) => pid === pids[0])).toBe(true);
		expect(sleep?.parent).toBe(shell?.pid);
	});

	test('namespaces are named where they are not those of the stage', () => {
		expect(Object.keys(host?.ownNamespaces ?? {})).toEqual([]);
		expect(Object.keys(unshare?.ownNamespaces ?? {}).sort()).toEqual(['mnt', 'net', 'uts']);
		expect(Object.keys(sleep?.ownNamespaces ?? {}).sort()).toEqual(['mnt', 'net', 'pid', 'uts']);
		expect(sleep?.ownNamespaces).toEqual(shell?.ownNamespaces);
		expect(Object.keys(called(snapshot, 'sleep 1002').ownNamespaces).sort()).toEqual([
			'mnt',
			'pid',
		]);
	});

	test('a network of its own is told', () => {
		expect(sleep?.network).toEqual({
			devices: ['lo', 'eth0'],
			addresses: ['10.0.0.2'],
			gateways: ['10.0.0.1'],
			neighbours: [],
		});
		expect(host).not.toHaveProperty('network');
	});

	test('the group has its limits, its use and its members', () => {
		expect(snapshot.groups).toEqual([
			{
				path: 'container-group',
				controllers: ['cpu', 'memory', 'pids'],
				members: [unshare?.pid, shell?.pid, sleep?.pid],
				cpu: { quota: 20_000, period: 100_000, throttled: expect.any(Number) },
				memory: { limit: 50 * 2 ** 20, usage: expect.any(Number), killed: 0 },
				pids: { limit: 20, refused: 0 },
				...(version === 'v2' ? { frozen: false } : {}),
			},
		]);
		expect(snapshot.groups[0]?.cpu?.throttled).toBeGreaterThan(0);
		expect(snapshot.groups[0]?.memory?.usage).toBeGreaterThan(2 ** 16);
	});

	test('a terminal in a container sees only that, and one on the host everything', () => {
		const { views, otherProcesses, processes } = snapshot;
		expect(views.map(({ terminal, proc, others }) => [terminal, proc, others])).toEqual([
			['host', 'host', otherProcesses],
			['container', 'own', 0],
		]);
		expect(views[0]?.processes).toHaveLength(processes.length);
		expect(views[1]?.processes.map(({ shownAs, command }) => [shownAs, command])).toEqual([
			[1, 'bash'],
			[2, 'sleep 1002'],
		]);
	});

	test('mounts are listed with the namespace that has them', () => {
		expect(snapshot.mounts).toEqual([
			{ path: 'merged', type: 'overlay', namespace: expect.any(Number), onStage: true },
			...[sleep, called(snapshot, 'sleep 1002')].map((process) => ({
				path: 'my-container/proc',
				type: 'proc',
				namespace: process?.ownNamespaces.mnt,
				onStage: false,
			})),
		]);
	});

	test('files are told apart, and programs by their first bytes', () => {
		const found = new Map(snapshot.files.map((file) => [file.path, file]));
		expect(found.get('hello')).toEqual({
			path: 'hello',
			kind: 'file',
			size: 21,
			program: { kind: 'script', interpreter: '/bin/sh' },
		});
		expect(found.get('link')).toMatchObject({ kind: 'link' });
		expect(found.get('pipe')).toEqual({ path: 'pipe', kind: 'file', size: 0 });
		expect(found.get('my-container/bin/bash')?.program).toEqual({
			kind: 'elf',
			bits: 64,
			machine: 'x86-64',
			loader: '/lib64/ld-linux-x86-64.so.2',
		});
	});
});

function called({ processes }: Snapshot, command: string): Process {
	const found = processes.find((process) => process.command === command);
	if (found === undefined) {
		throw new Error(`No process is called ${command}.`);
	}

	return found;
}
