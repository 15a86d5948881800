import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { hierarchyOf, parseMemberships } from '../../src/kernel/cgroup-membership.ts';
import {
	controllers,
	placeControllers,
	readControllerPlaces,
} from '../../src/kernel/controllers.ts';
import { parseMounts } from '../../src/kernel/mounts.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';

function place(mountinfo: string, memberships: string, controllersOf: Record<string, string> = {}) {
	return placeControllers(parseMounts(mountinfo), parseMemberships(memberships), (mount) =>
		(controllersOf[mount] ?? '').split(' '),
	);
}

test('v1 beside a v2 mount that has no controllers', () => {
	const mountinfo = `
31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
33 31 0:30 / /sys/fs/cgroup/cpuacct rw,relatime - cgroup cgroup rw,cpuacct
35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw`;

	expect(place(mountinfo, '4:memory:/app/7d18\n2:cpuacct:/\n1:cpu:/\n0::/\n')).toEqual({
		cpu: { version: 'v1', mount: '/sys/fs/cgroup/cpu', own: '/sys/fs/cgroup/cpu' },
		memory: {
			version: 'v1',
			mount: '/sys/fs/cgroup/memory',
			own: '/sys/fs/cgroup/memory/app/7d18',
		},
		pids: undefined,
	});
});

test('v2 alone, in the scope of a login', () => {
	const mountinfo = '30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate';
	const scope = '/user.slice/user-1000.slice/session-3.scope';
	const own = { version: 'v2', mount: '/sys/fs/cgroup', own: `/sys/fs/cgroup${scope}` };

	expect(
		place(mountinfo, `0::${scope}\n`, { '/sys/fs/cgroup': 'cpuset cpu io memory pids' }),
	).toEqual({ cpu: own, memory: own, pids: own });
});

test('in a container whose mounts begin at its own cgroup', () => {
	const mountinfo = `
815 814 0:29 /docker/1f2e /sys/fs/cgroup/cpu,cpuacct ro - cgroup cgroup rw,cpu,cpuacct
816 814 0:32 /docker/1f2e /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory`;
	const places = place(mountinfo, '5:memory:/docker/1f2e/inner\n3:cpu,cpuacct:/docker/1f2e\n');

	expect(places.cpu?.own).toBe('/sys/fs/cgroup/cpu,cpuacct');
	expect(places.memory?.own).toBe('/sys/fs/cgroup/memory/inner');
});

test.each([
	['of another cgroup', '/docker/1f2e', '/docker/1f'],
	['from above our cgroup namespace', '/../..', '/'],
])('a mount %s does not reach our own', (_, root, membership) => {
	const mountinfo = `816 814 0:32 ${root} /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory`;

	expect(place(mountinfo, `5:memory:${membership}\n`).memory).toEqual({
		version: 'v1',
		mount: '/sys/fs/cgroup/memory',
		own: undefined,
	});
});

test('of two mounts of a hierarchy, the one that reaches us is taken', () => {
	const mountinfo = `
815 814 0:32 /other /mnt/memory rw - cgroup cgroup rw,memory
816 814 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory`;

	expect(place(mountinfo, '5:memory:/mine\n').memory?.own).toBe('/sys/fs/cgroup/memory/mine');
});

test('reads paths with colons, and the names of a hierarchy', () => {
	expect(parseMemberships('3:cpu,cpuacct:/a:b\n1:name=systemd:/init.scope\n0::/\n')).toEqual([
		{ controllers: ['cpu', 'cpuacct'], path: '/a:b' },
		{ controllers: ['name=systemd'], path: '/init.scope' },
		{ controllers: [], path: '/' },
	]);
	expect(hierarchyOf(thisMachine, 'none-such')).toBe('none-such');
});

test('our own cgroup of each controller that this machine has is a cgroup', () => {
	const places = readControllerPlaces(thisMachine);

	for (const own of controllers.map((controller) => places[controller]?.own)) {
		expect(own === undefined || existsSync(`${own}/cgroup.procs`)).toBe(true);
	}
});
