import type { Limits } from './limits.ts';
import type { ByName, Mount, Sections } from './sections.ts';

/** The properties of a container by name, in words that are the same on all machines. */
export type Properties = ByName;

/** The namespaces and limits (`/proc/self`) of who starts it. */
export type Host = { readonly namespaces: ByName; readonly limits: ByName };

const kinds = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts'];
const masked = [
	'acpi',
	'asound',
	'kcore',
	'keys',
	'latency_stats',
	'sched_debug',
	'scsi',
	'timer_list',
	'timer_stats',
];
const readOnly = ['bus', 'fs', 'irq', 'sys', 'sysrq-trigger'];
const capabilities: Readonly<Record<number, string>> = {
	5: 'kill',
	10: 'net_bind_service',
	29: 'audit_write',
};
const sets = {
	Inh: 'inheritable',
	Prm: 'permitted',
	Eff: 'effective',
	Bnd: 'bounding',
	Amb: 'ambient',
};

export function propertiesOf(
	{ sections, limits }: { readonly sections: Sections; readonly limits: Limits },
	host: Host,
): Properties {
	const { namespaces, mounts, lines } = sections;
	const status = (name: string) => sections.status[name] ?? '';
	const first = (title: string) => lines(title)[0] ?? '';
	const isOwn = (kind: string) => namespaces[kind] !== host.namespaces[kind];
	const root = mountOn(mounts, '/');
	if (root === undefined) {
		throw new Error('The container says of no mount that it is its root.');
	}
	return {
		...Object.fromEntries(
			kinds.map((kind) => [`Namespace: ${kind}`, isOwn(kind) ? 'own' : 'the host’s']),
		),
		'Process number': first('pid'),
		'Users inside (`uid_map`)': idsOf(lines('uid_map')),
		'Groups inside (`gid_map`)': idsOf(lines('gid_map')),
		'User and group': [status('Uid'), status('Gid')].map((ids) => ids.split('\t')[1]).join(':'),
		...Object.fromEntries(
			Object.entries(sets).map(([set, name]) => [
				`Capabilities: ${name}`,
				capabilitiesOf(status(`Cap${set}`)),
			]),
		),
		'`NoNewPrivs`': status('NoNewPrivs'),
		'Seccomp mode': status('Seccomp'),
		Umask: status('Umask'),
		'Root: file system': root.type === 'overlay' ? 'overlay on the base' : 'the base itself',
		'Root: writable': root.options.includes('rw') ? 'yes' : 'no',
		'Root: propagation':
			root.optional.length === 0 ? 'private' : root.optional.join(' ').replace(/:\d+/g, ''),
		'Mount: /proc': describe(mountOn(mounts, '/proc')),
		'/proc: masked': ofThose(lines('proc'), masked, (path) => isMasked(mountOn(mounts, path))),
		'/proc: read-only': ofThose(
			lines('proc'),
			readOnly,
			(path) => mountOn(mounts, path)?.options.includes('ro') === true,
		),
		...Object.fromEntries(
			['/dev', '/dev/pts', '/dev/shm', '/dev/mqueue', '/sys', '/sys/fs/cgroup'].map((point) => [
				`Mount: ${point}`,
				describe(mountOn(mounts, point)),
			]),
		),
		'/sys/firmware': firmwareOf(mounts),
		'Mounts elsewhere': othersOf(mounts),
		Devices: lines('devices')
			.filter((name) => name !== 'core')
			.join(' '),
		'Rlimit: open files': (sections.limits['Max open files'] ?? '').replace(' ', ' / '),
		'Rlimits: all others': otherLimits(sections.limits, host.limits),
		'Limit: cores': amount(limits.cores),
		'Limit: memory': amount(limits.memory),
		'Limit: processes': amount(limits.processes),
		'Host name': first('hostname'),
		Network: isOwn('net')
			? networkOf(lines('interfaces'), lines('addresses'))
			: 'the host’s, with all its interfaces',
		Environment: lines('environment')
			.map((line) => line.split('=')[0])
			.filter(Boolean)
			.sort()
			.join(' '),
	};
}

const mountOn = (mounts: readonly Mount[], point: string) =>
	mounts.findLast((mount) => mount.point === point);

const isMasked = (mount: Mount | undefined) =>
	mount !== undefined &&
	(mount.root === '/null' ||
		(mount.point !== '/' && mount.type === 'tmpfs' && mount.options.includes('ro')));

const flags = ['ro', 'nosuid', 'nodev', 'noexec'];
const describe = (mount: Mount | undefined) =>
	mount === undefined
		? 'not there'
		: [
				mount.type.replace(/^cgroup2$/, 'cgroup'),
				...flags.filter((flag) => mount.options.includes(flag)),
			].join(' ');

/** Which files of /proc there are depends on the machine: so all, none or some of those that it has. */
function ofThose(
	present: readonly string[],
	names: readonly string[],
	has: (path: string) => boolean,
): string {
	const there = names.filter((name) => present.includes(name));
	const without = there.filter((name) => !has(`/proc/${name}`));
	if (without.length === 0) {
		return `all there are of ${names.join(' ')}`;
	}
	return `not ${without.join(' ')}`;
}

function firmwareOf(mounts: readonly Mount[]): string {
	if (mountOn(mounts, '/sys') === undefined) {
		return 'not there';
	}
	return isMasked(mountOn(mounts, '/sys/firmware')) ? 'masked' : 'to be read';
}

/** What is mounted elsewhere than a container needs it. */
function othersOf(mounts: readonly Mount[]): string {
	const known = /^\/(?:$|proc(?:\/|$)|dev(?:\/|$)|sys(?:\/|$))/;
	const others = mounts.filter(({ point }) => !known.test(point)).map(({ point }) => point);
	return others.length === 0 ? 'none' : others.join(' ');
}

function otherLimits(limits: ByName, callers: ByName): string {
	const changed = Object.keys(callers).filter(
		(name) => name !== 'Max open files' && limits[name] !== callers[name],
	);
	return changed.length === 0 ? 'the caller’s' : changed.join(', ');
}

const idsOf = (lines: readonly string[]) =>
	lines
		.map((line) => {
			const [inside = '', outside = '', count = ''] = line.trim().split(/\s+/);
			if (count === '4294967295') {
				return 'all, the same as outside';
			}
			return `${inside} is ${outside === '0' ? '0' : 'who started it'}, ${count} in all`;
		})
		.join('; ');

function capabilitiesOf(mask: string): string {
	const bits = [...Array(64).keys()].filter((bit) => (BigInt(`0x${mask}`) >> BigInt(bit)) & 1n);
	return bits.length === 0
		? 'none'
		: bits.map((bit) => capabilities[bit] ?? `number ${bit}`).join(' ');
}

const amount = (number: number) => (number === Infinity ? 'none' : String(number));

function networkOf(interfaces: readonly string[], addresses: readonly string[]): string {
	const names = interfaces.slice(2).map((line) => line.split(':')[0]?.trim());
	const isUp = addresses.some((line) => line.includes('127.0.0.1'));
	return `${names.filter((name) => name === 'lo').join(' ')}${isUp ? ', up' : ', down'}`;
}
