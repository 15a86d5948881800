import { expect, test } from '@jest/globals';
import type { Missing } from '../../src/engine/words/provisions.ts';
import { type Examination, layoutExamination } from '../../src/report/examination.ts';
import { layoutCourse, layoutVerdicts } from '../../src/report/lessons.ts';

const seccomp: Missing = {
	cause: 'A seccomp filter forbids making namespaces (unshare failed: Operation not permitted).',
	fix: 'If this is a container (/.dockerenv), start it with this, too: `docker run --security-opt seccomp=unconfined --security-opt systempaths=unconfined …`.',
};
const readOnly: Missing = {
	cause: '/sys/fs/cgroup is mounted read-only, as cgroups are in a container.',
	fix: 'If this is a container (/.dockerenv), start it with this, too: `docker run --user 0 --privileged --cgroupns=host …`.',
};

const lesson = (number: number, title: string, ...causes: Missing[]) =>
	({
		number,
		title,
		minutes: 6,
		readiness: causes.length === 0 ? 'ready' : 'limited',
		causes,
	}) as const;

/** Someone in Docker, with its default profile. */
const found: Examination = {
	format: 1,
	program: '0.1.0',
	node: '20.20.2',
	kernel: '6.1.0-30-amd64',
	architecture: 'x86_64',
	cores: 4,
	memory: 16 * 2 ** 30,
	distribution: 'Debian GNU/Linux 12 (bookworm)',
	distributionIds: ['debian'],
	wsl: null,
	uid: 1000,
	lacksCapabilities: ['CAP_SYS_ADMIN', 'CAP_NET_ADMIN'],
	noNewPrivileges: false,
	seccomp: 'filter',
	container: [{ engine: 'docker', evidence: '/.dockerenv' }],
	chroot: false,
	procMasks: ['/proc/kcore'],
	controllers: { cpu: 'v2', memory: 'v2', pids: 'v2' },
	cgroupMounts: [{ path: '/sys/fs/cgroup', version: 'v2', isReadOnly: true }],
	hybrid: false,
	privilege: 'none',
	userNamespaces: {
		isInitial: true,
		limits: { 'user.max_user_namespaces': 31000 },
		unprivilegedClone: null,
		restrictedByAppArmor: null,
	},
	securityModules: { names: ['lockdown', 'apparmor'], appArmorProfile: null, seLinux: null },
	systemd: false,
	session: false,
	tools: { bash: '/usr/bin/bash', ps: null, ip: null },
	traceRefused: null,
	busybox: [],
	lessons: [
		lesson(1, 'A root of its own', seccomp),
		lesson(2, 'Bash moves in', seccomp),
		lesson(3, 'The leak', seccomp),
		lesson(4, 'Process ids of its own', seccomp),
		lesson(6, 'Limits', seccomp, readOnly),
	],
};

test('the examination of a container is one screen of 80 columns and 24 lines', () => {
	expect(layoutExamination(found, 80)).toBe(`\
system      Debian GNU/Linux 12 (bookworm), kernel 6.1.0-30-amd64, x86_64
place       perhaps a container, going by /.dockerenv
user        an ordinary user (uid 1000); without CAP_SYS_ADMIN, CAP_NET_ADMIN
security    AppArmor
namespaces  refused; a seccomp filter; parts of /proc are masked
cgroups     cpu v2, memory v2, pids v2; read-only
tools       not installed: ps, ip
machine     4 cores, 16 GiB; Node.js 20.20.2, this program 0.1.0

lessons     1–4: limited, see 1
            6: limited, see 1, 2

 1  A seccomp filter forbids making namespaces (unshare failed: Operation not
    permitted).
    If this is a container (/.dockerenv), start it with this, too:
    docker run --security-opt seccomp=unconfined \\
      --security-opt systempaths=unconfined …

 2  /sys/fs/cgroup is mounted read-only, as cgroups are in a container.
    If this is a container (/.dockerenv), start it with this, too:
    docker run --user 0 --privileged --cgroupns=host …
`);
});

test('at 60 columns nothing is wider', () => {
	for (const line of layoutExamination(found, 60).split('\n')) {
		expect(line.length).toBeLessThanOrEqual(60);
	}
});

test.each<[string, Partial<Examination>, string]>([
	['root', { uid: 0, lacksCapabilities: [] }, 'user        root\n'],
	[
		'root of a user namespace',
		{
			uid: 0,
			lacksCapabilities: [],
			userNamespaces: { ...found.userNamespaces, isInitial: false },
		},
		'user        root, in a user namespace\n',
	],
	['WSL in a chroot', { wsl: 2, container: [], chroot: true }, 'place       WSL 2; in a chroot\n'],
	[
		'a hybrid',
		{ controllers: { cpu: 'v1', memory: 'v1', pids: 'none' }, hybrid: true, cgroupMounts: [] },
		'cgroups     cpu v1, memory v1, pids none; hybrid: both versions are mounted\n',
	],
	[
		'settings against user namespaces',
		{
			seccomp: 'off',
			procMasks: [],
			userNamespaces: { ...found.userNamespaces, restrictedByAppArmor: true },
		},
		'namespaces  refused; kernel.apparmor_restrict_unprivileged_userns is 1\n',
	],
	[
		'a machine that refuses nothing',
		{ privilege: 'rootless', seccomp: 'off', procMasks: [] },
		'namespaces  in a user namespace, without sudo\n',
	],
	[
		'a profile',
		{ securityModules: { names: [], appArmorProfile: 'docker-default', seLinux: null } },
		'security    confined by the AppArmor profile docker-default\n',
	],
	[
		'no_new_privs and SELinux',
		{
			noNewPrivileges: true,
			securityModules: { names: [], appArmorProfile: null, seLinux: 'permissive' },
		},
		'security    SELinux, permissive; no_new_privs, so that sudo does not work\n',
	],
	[
		'tools of busybox',
		{ tools: { bash: '/bin/bash', ps: '/bin/ps' }, busybox: ['ps'] },
		"tools       busybox's: ps\n",
	],
	[
		'a strace that may not trace',
		{ traceRefused: 'Nobody may trace programs here: kernel.yama.ptrace_scope is 3.' },
		'strace      Nobody may trace programs here: kernel.yama.ptrace_scope is 3.\n',
	],
	['all tools', { tools: { bash: '/bin/bash' } }, 'tools       all there\n'],
])('it tells of %s', (_, change, row) => {
	expect(layoutExamination({ ...found, ...change }, 80)).toContain(row);
});

test('what says nothing unusual is left out', () => {
	const text = layoutExamination(
		{ ...found, container: [], securityModules: { ...found.securityModules, names: [] } },
		80,
	);
	expect(text).not.toMatch(/^(place|security)/m);
});

test('what one line cures is told together, with that line once', () => {
	const fix = 'Install what is missing: `sudo apt-get install -y procps iproute2`.';
	const ps = { cause: 'ps is not installed here.', fix };
	const ip = { cause: 'ip is not installed here.', fix };
	expect(layoutCourse([lesson(3, 'The leak', ps, ip), lesson(4, 'Ids', ps)], 80)).toBe(`\
2 lessons, 12 minutes in all.

 3  The leak   6 min  limited, see 1, 2
 4  Ids        6 min  limited, see 1

 1  ps is not installed here.
 2  ip is not installed here.
    Install what is missing:
    sudo apt-get install -y procps iproute2
`);
});

test('the list begins with how long all of it takes', () => {
	const lessons = [lesson(1, 'A root'), lesson(4, 'Ids')];
	expect(layoutCourse(lessons, 80)).toBe(
		[
			'2 lessons, 12 minutes in all.',
			'',
			' 1  A root   6 min  ready',
			' 4  Ids      6 min  ready',
			'',
		].join('\n'),
	);
});

test('lessons of which the same is to be said stand together', () => {
	const ip = { cause: 'ip is not installed here.', fix: 'Install it.' };
	const lessons = [0, 1, 2, 3, 4, 5, 6, 7].map((number) =>
		lesson(number, 'A lesson', ...([3, 6, 7].includes(number) ? [ip] : [])),
	);
	expect(layoutVerdicts(lessons, 80)).toBe(`\
lessons     0–2, 4, 5: ready
            3, 6, 7: limited, see 1

 1  ip is not installed here.
    Install it.
`);
});

test('reasons are counted, not spelled', () => {
	const causes = Array.from({ length: 11 }, (_, number) => ({
		cause: `Reason ${number + 1}.`,
		fix: `Mend ${number + 1}.`,
	}));
	const lessons = [lesson(1, 'All', ...causes), lesson(2, 'Some', ...causes.slice(8).reverse())];
	expect(layoutCourse(lessons, 80)).toContain(' 2  Some   6 min  limited, see 9, 10, 11\n');
});
