import { expect, test } from '@jest/globals';
import { mountsBelow, parseMounts, placeOf, readMounts, show } from '../../src/kernel/mounts.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

const disk = '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard';
const tmpfs = '40 27 0:33 / /tmp rw,nosuid,nodev shared:18 - tmpfs tmpfs rw,size=1024k';
const btrfs = '29 1 0:25 /@ / rw,relatime shared:1 - btrfs /dev/sda2 rw,subvolid=256,subvol=/@';
const home = '61 29 0:25 /@home /home rw shared:30 - btrfs /dev/sda2 rw,subvolid=257,subvol=/@home';
const bound = '63 43 254:0 /tmp/x1 /tmp/x1 rw,relatime - ext4 /dev/vda rw,discard';
const proc = '64 63 0:39 / /tmp/x1/my-container/proc rw,relatime - proc proc rw';
const neighbour = '65 43 254:0 /tmp/x10 /tmp/x10 rw,relatime - ext4 /dev/vda rw';

test('reads a line with optional fields', () => {
	const line =
		'35 24 0:31 /docker/1f /sys/fs/cgroup/cpu,cpuacct ro shared:9 master:4 - cgroup cgroup rw,cpu,cpuacct';

	expect(parseMounts(`${line}\n`)).toEqual([
		{
			id: 35,
			parent: 24,
			device: '0:31',
			root: '/docker/1f',
			path: '/sys/fs/cgroup/cpu,cpuacct',
			type: 'cgroup',
			flags: ['ro'],
			options: ['rw', 'cpu', 'cpuacct'],
		},
	]);
});

test('undoes the escapes of blanks and backslashes', () => {
	const [mount] = parseMounts(
		'70 27 254:0 /a\\134b /mnt/a\\040long\\011name\\012 rw - ext4 /dev/vda rw',
	);

	expect(mount?.path).toBe('/mnt/a long\tname\n');
	expect(mount?.root).toBe('/a\\b');
});

test('is not misled by a dash in an optional field or a path', () => {
	expect(parseMounts('70 27 254:0 / /- rw - ext4 - rw')[0]).toMatchObject({
		path: '/-',
		type: 'ext4',
	});
});

test('a neighbour with a longer name is not below a directory', () => {
	const mounts = parseMounts([disk, bound, proc, neighbour].join('\n'));

	expect(mountsBelow(mounts, '/tmp/x1').map(({ path }) => path)).toEqual([
		'/tmp/x1',
		'/tmp/x1/my-container/proc',
	]);
});

test.each([
	['on the root file system', [disk], '/tmp/x1', '254:0', '/tmp/x1'],
	['on a file system of its own', [disk, tmpfs], '/tmp/x1', '0:33', '/x1'],
	[
		'on the one mounted last',
		[disk, tmpfs, tmpfs.replace('0:33', '0:50')],
		'/tmp/x1',
		'0:50',
		'/x1',
	],
	['in a subvolume', [btrfs, home], '/home/ann/x1', '0:25', '/@home/ann/x1'],
	['where the file system is mounted', [disk, tmpfs], '/tmp', '0:33', '/'],
	['beside a mount whose name it begins with', [disk, tmpfs], '/tmp2', '254:0', '/tmp2'],
])('finds the place of a directory %s', (_, lines, directory, device, root) => {
	expect(placeOf(parseMounts(lines.join('\n')), directory)).toEqual({ directory, device, root });
});

test.each([
	['the directory, bound onto itself', '63 43 0:33 /x1 /tmp/x1 rw - tmpfs tmpfs rw', true],
	['only the directory it was, after pivot_root', '63 43 0:33 /x1/a / rw - tmpfs tmpfs rw', true],
	['only the mount point, as nfs4 has it', '63 43 0:33 / /tmp/x1 rw - nfs4 host:/ rw', true],
	['a directory that was removed', '63 43 0:33 /x1//deleted / rw - tmpfs tmpfs rw', true],
	['a neighbour', '63 43 0:33 /x10 /tmp/x10 rw - tmpfs tmpfs rw', false],
	['the directory above', '63 43 0:33 / /tmp rw - tmpfs tmpfs rw', false],
	['the same names on another file system', '63 43 0:34 /x1 /tmp/x1 rw - tmpfs tmpfs rw', false],
])('a mount of %s (%s) shows it: %s', (_, line, shown) => {
	const place = { directory: '/tmp/x1', device: '0:33', root: '/x1' };

	expect(show(parseMounts(line), place, [])).toBe(shown);
});

test('a mount that the host has too does not tell a stage from other mount namespaces', () => {
	const place = { directory: '/tmp/x1', device: '0:33', root: '/x1' };
	const hosts = parseMounts('63 43 0:33 /x1/a /mnt rw shared:5 - tmpfs tmpfs rw');
	const propagated = parseMounts('91 77 0:33 /x1/a /mnt rw master:5 - tmpfs tmpfs rw');
	const stages = parseMounts('92 77 0:33 /x1 /tmp/x1 rw - tmpfs tmpfs rw');

	expect(show(propagated, place, hosts)).toBe(false);
	expect(show([...propagated, ...stages], place, hosts)).toBe(true);
});

test('knows that procfs is mounted on this machine', () => {
	expect(readMounts(thisMachine, 'self')).toContainEqual(
		expect.objectContaining({ path: '/proc', type: 'proc' }),
	);
});

test('a process that is gone has no mounts', () => {
	expect(readMounts(thisMachine, 2 ** 22 + 1)).toEqual([]);
});
