import { describe, expect, test } from '@jest/globals';
import { observe } from '../../src/kernel/observe.ts';
import { type KeptTree, openKeptTree } from '../../src/kernel/port/kept-tree.ts';
import type { KernelFiles } from '../../src/kernel/port/kernel-files.ts';
import { readPlace } from '../../src/kernel/read-place.ts';
import { hiddenPaths, withoutPaths, withText } from './change-tree.ts';
import { openTree } from './open-tree.ts';

/** What may happen between two reads of one look, on a machine that does not stand still. */
describe.each(['v1', 'v2'] as const)('on a machine with cgroup %s', (version) => {
	const { files, tree, stage } = openTree(version);
	const look = (changed: KeptTree) => observe(openKeptTree(changed), stage);
	const whole = observe(files, stage);
	const sleep = whole.processes.find(({ command }) => command === 'sleep 1003')?.pid ?? 0;
	const isOf = ({ pid }: { readonly pid: number }) => pid !== sleep;
	const group = Object.keys(tree.paths).filter((path) => path.endsWith('/container-group'));

	test('a process that vanished after it was listed is not there', () => {
		const { processes, views, otherProcesses } = look(withoutPaths(tree, `/proc/${sleep}`));
		expect(processes).toEqual(whole.processes.filter(isOf));
		expect(otherProcesses).toBe(whole.otherProcesses);
		expect(views[0]?.processes).toEqual(whole.views[0]?.processes.filter(isOf));
	});

	test('a process that ends in the middle of a look is not there, whatever was read of it', () => {
		for (const file of ['stat', 'status', 'cmdline']) {
			const { processes } = look(withoutPaths(tree, `/proc/${sleep}/${file}`));
			expect(processes).toEqual(whole.processes.filter(isOf));
		}
	});

	test('a process that has become a zombie counts no more', () => {
		const file = `/proc/${sleep}/stat`;
		const zombie = files.readText(file).replace(') S ', ') Z ');
		expect(look(withText(tree, file, zombie)).processes).toEqual(whole.processes.filter(isOf));
	});

	test('a stranger that ends in the middle of a look counts for every number in it', () => {
		const stranger = strangerOf(tree);
		const shell = `/proc/${whole.views[0]?.shell ?? 0}/root/proc`;
		const names = files.readNames('/proc').filter((name) => name !== stranger);
		let times = 0;
		const ending: KernelFiles = {
			...files,
			readNames: (path) => (path === shell ? names : files.readNames(path)),
			readText(path) {
				times += path === `/proc/${stranger}/stat` ? 1 : 0;
				const isOver = times > 1 && path.startsWith(`/proc/${stranger}/`);
				return isOver ? gone.readText(path) : files.readText(path);
			},
		};
		const gone = openKeptTree(withoutPaths(tree, `/proc/${stranger}`));
		const { views, otherProcesses } = observe(ending, stage);
		expect(otherProcesses).toBe(whole.otherProcesses);
		expect(views[0]?.others).toBe(otherProcesses);
	});

	test('a stranger that lives and is hidden by the procfs of a terminal is not shown there', () => {
		const stranger = strangerOf(tree);
		const shell = `/proc/${whole.views[0]?.shell ?? 0}/root/proc`;
		const hiding: KernelFiles = {
			...files,
			readNames: (path) =>
				files.readNames(path).filter((name) => path !== shell || name !== stranger),
		};
		const { views, otherProcesses } = observe(hiding, stage);
		expect(otherProcesses).toBe(whole.otherProcesses);
		expect(views[0]?.others).toBe(otherProcesses - 1);
	});

	test("another user's process is a stranger whose namespaces are hidden", () => {
		const { processes, otherProcesses } = look(hiddenPaths(tree, `/proc/${sleep}/ns`));
		expect(processes).toEqual(whole.processes.filter(isOf));
		expect(otherProcesses).toBe(whole.otherProcesses + 1);
	});

	test('a file of the group that may not be read leaves the rest of it', () => {
		const hidden = Object.keys(tree.paths).filter((path) =>
			/\/container-group\/cpu\.(max|cfs_quota_us)$/.test(path),
		);
		expect(hidden).toHaveLength(1);
		const { groups } = look(hiddenPaths(tree, ...hidden));
		expect(groups).toEqual(whole.groups.map((one) => ({ ...one, cpu: undefined })));
	});

	test('a group that was removed after it was listed is empty', () => {
		expect(group).not.toHaveLength(0);
		expect(look(withoutPaths(tree, ...group)).groups).toMatchObject([
			{ path: 'container-group', members: [], cpu: undefined, memory: undefined },
		]);
	});

	test('with the cgroup of the stage all groups are gone', () => {
		const own = group.map((path) => path.replace(/\/container-group$/, ''));
		expect(look(withoutPaths(tree, ...own)).groups).toEqual([]);
	});

	test('a kept link and a kept file are read as someone on the stage names them', () => {
		const member = whole.groups[0]?.members.at(-1) ?? 0;
		const below = version === 'v1' ? 'cpu/container-group' : 'container-group';
		const procs = `/sys/fs/cgroup/${below}/cgroup.procs`;
		expect(readPlace(files, `/proc/${member}/ns/pid`, stage.cgroup)).toMatchObject({
			found: 'link',
			text: expect.stringMatching(/^pid:\[\d+\]$/),
		});
		expect(readPlace(files, procs, stage.cgroup)).toMatchObject({
			found: 'text',
			text: expect.stringMatching(new RegExp(`^${member}$`, 'm')),
		});
		const removed = openKeptTree(withoutPaths(tree, ...group));
		expect(readPlace(removed, procs, stage.cgroup)).toMatchObject({ found: 'gone' });
	});

	test('what was never read is no file that is gone, but a mistake', () => {
		expect(() => files.readText('/etc/shadow')).toThrow(
			'The kept tree does not have the text of /etc/shadow',
		);
	});
});

/** A process of the machine that shares our mount namespace, so that nothing but its `stat` is counted by. */
function strangerOf({ paths }: KeptTree): string {
	const first = paths['/proc/1/ns/mnt']?.link;
	const stranger = Object.keys(paths)
		.map((path) => /^\/proc\/(\d+)\/stat$/.exec(path)?.[1])
		.findLast((pid) => pid !== undefined && paths[`/proc/${pid}/ns/mnt`]?.link === first);
	if (stranger === undefined) {
		throw new Error('There is no other process in the tree.');
	}

	return stranger;
}
