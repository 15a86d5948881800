import { describe, expect, test } from '@jest/globals';
import { isHybrid } from '../../src/kernel/circumstances/cgroups.ts';
import { readCircumstances } from '../../src/kernel/circumstances.ts';
import { openKeptTree } from '../../src/kernel/port/kept-tree.ts';
import { hiddenPaths, withText } from './change-tree.ts';
import { openTree } from './open-tree.ts';

describe.each(['v1', 'v2'] as const)('on a machine with cgroup %s', (version) => {
	const { files, tree } = openTree(version);

	test('the circumstances are those of the kept machine', () => {
		expect(readCircumstances(files)).toMatchObject({
			architecture: 'x86_64',
			distribution: { name: 'Debian GNU/Linux 12 (bookworm)', ids: ['debian'] },
			wsl: undefined,
			privileges: { uid: 0, noNewPrivileges: false },
			userNamespaces: { isInitial: true, isOfOneUser: false, unprivilegedClone: true },
			container: [],
			procMasks: [],
			root: { isMount: true, isChanged: false, type: 'ext4' },
			hasSystemd: true,
			hasSession: false,
		});
	});

	test('every controller is found, with our own cgroup in its hierarchy', () => {
		const { cgroups } = readCircumstances(files);
		const own = '/system.slice/perform.service';
		expect(cgroups).toMatchObject({
			version,
			disabled: [],
			places:
				version === 'v1'
					? {
							cpu: {
								version,
								mount: '/sys/fs/cgroup/cpu,cpuacct',
								own: '/sys/fs/cgroup/cpu,cpuacct',
							},
							memory: { version, own: `/sys/fs/cgroup/memory${own}` },
							pids: { version, own: `/sys/fs/cgroup/pids${own}` },
						}
					: Object.fromEntries(
							['cpu', 'memory', 'pids'].map((name) => [
								name,
								{ version, mount: '/sys/fs/cgroup', own: `/sys/fs/cgroup${own}` },
							]),
						),
		});
		expect(isHybrid(cgroups)).toBe(false);
	});

	test('a hint at a container is believed, and what is hidden is none', () => {
		const docker = withText(tree, '/proc/1/cgroup', '4:memory:/docker/1f2e\n');
		expect(readCircumstances(openKeptTree(docker)).container).toEqual([
			{ engine: 'docker', evidence: '/proc/1/cgroup' },
		]);
		const hidden = hiddenPaths(tree, '/proc/1');
		expect(readCircumstances(openKeptTree(hidden))).toMatchObject({
			container: [],
			root: { isMount: true, isChanged: undefined },
		});
	});
});
