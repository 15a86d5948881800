import { requirementOf } from '../../lesson/condition.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { type Requirement, requirements } from '../../lesson/requirement.ts';
import { command, quote } from './quote.ts';

/**
 * How the script finds out whether a machine has something, and what it says where the machine does
 * not.
 */
type Trial = { readonly test: string; readonly lack: string };

/**
 * The trial for each requirement; undefined for what every machine has on which the script runs at
 * all.
 */
const trials: Readonly<Record<Requirement, Trial | undefined>> = {
	stage: undefined,
	chroot: undefined,
	mount: undefined,
	'pid-namespace': {
		test: '"${enter[@]}" unshare --pid --fork --mount-proc true',
		lack: 'this machine allows no PID namespace with a /proc of its own',
	},
	'pivot-root': {
		test: 'may_pivot',
		lack: 'this machine has no pivot_root, or allows none',
	},
	overlay: {
		test: 'may_overlay',
		lack: 'this machine allows no overlayfs',
	},
	'user-namespace': {
		test: '"${enter[@]}" unshare --user --map-root-user true',
		lack: 'this machine allows no user namespace within another',
	},
	'net-namespace': {
		test: '"${enter[@]}" unshare --net true',
		lack: 'this machine allows no network namespace',
	},
	bridge: {
		test: 'may_bridge',
		lack: 'this machine has no ip, no bridges, or no pairs of devices (veth)',
	},
	tc: {
		test: '"${enter[@]}" unshare --net tc qdisc add dev lo root tbf rate 8mbit burst 32kb latency 400ms',
		lack: 'this machine has no tc, or no queue that holds packets up (tbf)',
	},
	'time-namespace': {
		test: '"${enter[@]}" unshare --time --boottime 1 true',
		lack: 'this machine allows no time namespace',
	},
	'cgroup-v1': {
		test: 'test -e /sys/fs/cgroup/memory/memory.limit_in_bytes',
		lack: 'this machine does not have cgroup v1',
	},
	'cgroup-v2': {
		test: 'test -e /sys/fs/cgroup/cgroup.controllers',
		lack: 'this machine does not have cgroup v2',
	},
	limits: {
		test: 'make_group',
		lack: 'limits take root, or cgroup v2 and a login that systemd knows',
	},
	'cgroup-tools': {
		test: 'has_tools cgcreate cgclassify cgset cgdelete',
		lack: 'the cgroup-tools are not installed',
	},
	'namespace-tools': {
		test: 'has_tools lsns nsenter ipcmk ipcs',
		lack: 'lsns, nsenter, ipcmk or ipcs is not installed',
	},
	hostname: { test: 'has_tools hostname', lack: 'hostname is not installed' },
	taskset: {
		test: 'taskset --version',
		lack: 'taskset is not installed, or not the one of util-linux',
	},
	tar: { test: 'has_tools tar gzip', lack: 'tar or gzip is not installed' },
	bwrap: { test: 'has_tools bwrap', lack: 'bwrap is not installed' },
	runc: { test: 'has_tools runc', lack: 'runc is not installed' },
	ldd: { test: 'has_tools ldd', lack: 'ldd is not installed' },
	ps: { test: 'ps --version', lack: 'ps is not installed, or not the one of procps' },
	ip: { test: 'ip -V', lack: 'ip is not installed, or not the one of iproute2' },
	ping: {
		test: `"\${enter[@]}" unshare --net bash -c 'ip link set lo up && ping -n -c 1 -W 1 127.0.0.1'`,
		lack: 'ping is not installed, or you may not use it',
	},
	setpriv: {
		test: '"${enter[@]}" setpriv --inh-caps=-all --bounding-set=-sys_chroot true',
		lack: 'setpriv is not installed, or not the one of util-linux, or you may drop no capabilities',
	},
	'other-users': {
		test: '"${enter[@]}" setpriv --reuid=65534 --regid=65534 --clear-groups true',
		lack: 'in a user namespace of your own there is no other user',
	},
	'new-privileges': {
		test: "grep -q '^NoNewPrivs:.0$' /proc/self/status",
		lack: 'no_new_privs is set already',
	},
	perl: {
		test: "perl -e 'exit qx(uname -m) !~ /^(x86_64|aarch64)$/'",
		lack: 'perl is not installed, or the lesson does not know the system calls of this machine',
	},
	strace: { test: 'strace true', lack: 'strace is not installed, or may not trace' },
	'two-cores': {
		test: 'test "$(getconf _NPROCESSORS_ONLN)" -gt 1',
		lack: 'this machine has one core',
	},
};

/**
 * Returns the requirements without which no step can be done. `limits` is none of them: whether a
 * cgroup can be made is only known once it has a name.
 */
export function commonNeeds({ steps }: Lesson): readonly Requirement[] {
	const [first, ...others] = steps
		.filter(({ commands }) => commands.length > 0)
		.map(({ needs }) => doubtful(needs));
	return (first ?? []).filter(
		(need) => need !== 'limits' && others.every((needs) => needs.includes(need)),
	);
}

/** Returns the requirements that only some steps have, or that commands depend on. */
export function otherNeeds(lesson: Lesson): readonly Requirement[] {
	const common = commonNeeds(lesson);
	const used = new Set<Requirement>([
		...lesson.steps.flatMap(({ needs }) => needs).filter((need) => !common.includes(need)),
		...[...lesson.setup, ...lesson.steps.flatMap(({ commands }) => commands)].flatMap(({ when }) =>
			when.map(requirementOf),
		),
	]);
	if (used.has('limits')) {
		used.add('cgroup-v1');
	}

	// A cgroup is made as its version wants it, so the version comes first.
	const inOrder = new Set<Requirement>(['cgroup-v1', 'cgroup-v2', ...requirements]);
	return doubtful([...inOrder].filter((requirement) => used.has(requirement)));
}

function doubtful(needs: readonly Requirement[]): readonly Requirement[] {
	return [...new Set(needs)].filter((need) => trials[need] !== undefined);
}

/** Returns a line that ends the script where a requirement is missing. */
export function require(requirement: Requirement): string {
	return tryWith('require_that', requirement);
}

/** Returns a line that notes where a requirement is missing. */
export function lookFor(requirement: Requirement): string {
	return tryWith(`look_for ${requirement}`, requirement);
}

function tryWith(call: string, requirement: Requirement): string {
	const trial = trials[requirement];
	return trial === undefined ? '' : command(`${call} ${quote(trial.lack)}`, trial.test);
}
