import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { readCircumstances, wslVersion } from '../../src/kernel/circumstances.ts';
import {
	cgroupMounts,
	disabledControllers,
	isHybrid,
} from '../../src/kernel/circumstances/cgroups.ts';
import { thisMachine } from '../../src/kernel/port/this-machine.ts';
import { decodeCapabilities } from '../../src/lesson/capability.ts';
import { containerOf, hintOf } from '../../src/kernel/circumstances/container-hints.ts';
import { parsePrivileges } from '../../src/kernel/circumstances/privileges.ts';
import { describeRoot } from '../../src/kernel/circumstances/root-directory.ts';
import { parseProfile } from '../../src/kernel/circumstances/security-modules.ts';
import { isInitialMap } from '../../src/kernel/circumstances/user-namespaces.ts';
import { parseMounts } from '../../src/kernel/mounts.ts';

test('it tells of this machine what other programs tell of it', () => {
	const found = readCircumstances(thisMachine);
	const say = (file: string, ...words: string[]) =>
		execFileSync(file, words, { encoding: 'utf8' }).trim();
	expect(found.machine.kernel).toBe(say('uname', '-r'));
	expect(found.architecture).toBe(say('uname', '-m'));
	expect(found.privileges.uid).toBe(Number(say('id', '-u')));
	expect(found.machine.cores).toBe(Number(say('getconf', '_NPROCESSORS_ONLN')));
});

test("the names of Docker's fourteen capabilities are read from their bits", () => {
	expect([...decodeCapabilities('00000000a80425fb')].join(' ')).toBe(
		'CAP_CHOWN CAP_DAC_OVERRIDE CAP_FOWNER CAP_FSETID CAP_KILL CAP_SETGID CAP_SETUID CAP_SETPCAP ' +
			'CAP_NET_BIND_SERVICE CAP_NET_RAW CAP_SYS_CHROOT CAP_MKNOD CAP_AUDIT_WRITE CAP_SETFCAP',
	);
	expect(decodeCapabilities('000001ffffffffff').size).toBe(41);
	expect(decodeCapabilities('0').size).toBe(0);
});

test('the effective user id counts, and a kernel without seccomp has no filter', () => {
	const status =
		'Name:\tnode\nUid:\t1000\t0\t0\t0\nCapEff:\t0000000000000000\nCapBnd:\t0000000000200000\nNoNewPrivs:\t1\n';
	expect(parsePrivileges(status)).toEqual({
		uid: 0,
		effective: new Set(),
		bounding: new Set(['CAP_SYS_ADMIN']),
		noNewPrivileges: true,
		seccomp: 'off',
	});
	expect(parsePrivileges(`${status}Seccomp:\t2\n`).seccomp).toBe('filter');
});

test.each([
	['         0          0 4294967295\n', true],
	['', true],
	['         0       1000          1\n', false],
	['         0     100000      65536\n', false],
])('the map of ids %j is that of the machine: %s', (map, initial) => {
	expect(isInitialMap(map)).toBe(initial);
});

test.each([
	['docker-default (enforce)\n', 'docker-default'],
	['unprivileged_userns (enforce)', 'unprivileged_userns'],
	['unconfined\n', undefined],
	['firefox (complain)', undefined],
	['vscode (unconfined)', undefined],
	['', undefined],
])('what AppArmor calls %j confines us as %s', (current, profile) => {
	expect(parseProfile(current)).toBe(profile);
});

test.each([
	['11:memory:/docker/1f2e\n0::/\n', 'docker'],
	['0::/system.slice/docker-1f2e.scope\n', 'docker'],
	['0::/kubepods/burstable/pod1/1f2e\n', 'kubernetes'],
	['0::/kubepods.slice/kubepods-burstable.slice/cri.scope\n', 'kubernetes'],
	['0::/machine.slice/libpod-1f2e.scope/container\n', 'podman'],
	['0::/lxc.payload.web/init.scope\n', 'lxc'],
	['0::/init.scope\n', undefined],
	['0::/\n', undefined],
])('process 1 in %j is a hint at %s', (cgroup, engine) => {
	expect(hintOf(cgroup)?.engine).toBe(engine);
});

test('what a manager of containers tells its first process', () => {
	expect(containerOf('PATH=/bin\0container=lxc\0')).toBe('lxc');
	expect(containerOf('container=systemd-nspawn\0')).toBe('systemd-nspawn');
	expect(containerOf('not_a_container=1\0')).toBeUndefined();
});

test.each([
	['6.18.4-amd64', undefined],
	['4.4.0-19041-Microsoft', 1],
	['5.15.90.1-microsoft-standard-WSL2', 2],
	['6.6.36.3-microsoft-standard-WSL2+', 2],
])('the kernel %s is version %s of WSL', (kernel, version) => {
	expect(wslVersion(kernel)).toBe(version);
});

const root = '27 1 254:0 / / rw - ext4 /dev/vda rw';
const jail = '40 27 254:0 /jail /jail rw - ext4 /dev/vda rw';
const jailsRoot = '40 27 254:0 /jail / rw - ext4 /dev/vda rw';
const proc = '41 40 0:21 / /proc rw - proc proc rw';
const elsewhere = '90 89 0:50 / / rw - overlay overlay rw';

test.each([
	['the root of process 1', [root], [root], { isMount: true, isChanged: false }],
	['a chroot to a mount', [jailsRoot, proc], [root, jail], { isMount: true, isChanged: true }],
	['a chroot to a directory', [proc], [root], { isMount: false, isChanged: true }],
	['another mount namespace', [elsewhere], [root], { isMount: true, isChanged: undefined }],
	['a procfs that hides process 1', [root], [], { isMount: true, isChanged: undefined }],
	['no procfs', [], [], { isMount: true, isChanged: undefined }],
])('%s is told by the mounts', (_, own, first, expected) => {
	const mounts = (lines: readonly string[]) => parseMounts(lines.join('\n'));
	expect(describeRoot(mounts(own), mounts(first))).toMatchObject(expected);
});

test('a cgroup mount is read-only by itself, or by its filesystem', () => {
	const mounts = parseMounts(
		[
			'35 24 0:31 /docker/1f /sys/fs/cgroup/cpu ro,nosuid - cgroup cgroup rw,cpu',
			'36 24 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup ro,memory',
			'37 24 0:33 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw',
			'38 24 0:34 / /sys/fs/cgroup rw - tmpfs tmpfs rw',
		].join('\n'),
	);
	expect(cgroupMounts(mounts).map(({ version, isReadOnly }) => [version, isReadOnly])).toEqual([
		['v1', true],
		['v1', true],
		['v2', false],
	]);
});

test('both versions together are a hybrid, also where v2 has no controller', () => {
	const v1 = { version: 'v1', mount: '/sys/fs/cgroup/cpu', own: undefined } as const;
	const mount = { path: '/sys/fs/cgroup/unified', version: 'v2', isReadOnly: false } as const;
	const cgroups = {
		places: { cpu: v1, memory: undefined, pids: undefined },
		mounts: [mount],
		version: 'v1' as const,
		disabled: [],
	};
	expect(isHybrid(cgroups)).toBe(true);
	expect(isHybrid({ ...cgroups, mounts: [] })).toBe(false);
});

test('a controller that the kernel was told to leave off is found', () => {
	const table =
		'#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpu\t1\t4\t1\ncpuset\t3\t1\t0\nmemory\t0\t59\t0\npids\t8\t3\t1\n';
	expect(disabledControllers(table)).toEqual(['memory']);
	expect(disabledControllers('')).toEqual([]);
});
