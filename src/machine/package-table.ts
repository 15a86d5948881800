import type { ToolName } from './tools.ts';

/** A kind of distribution: how it installs packages, and which ones have what the lessons use. */
export type Family = {
	/** Its names in the ID and ID_LIKE of os-release(5). */
	readonly ids: readonly string[];
	readonly manager: ToolName;
	/** The words before the names of the packages. */
	readonly install: string;
	readonly packages: Packages;
};

/** The packages of each part; undefined where the distribution has none. */
type Packages = Readonly<Record<Part, readonly string[] | undefined>>;

/** The tools that belong together, each part being one package on most distributions. */
export const parts = {
	bash: ['bash'],
	coreutils: ['chroot', 'cp', 'ls', 'mkfifo'],
	'util-linux': ['unshare', 'mount'],
	pivot_root: ['pivot_root'],
	'namespace-tools': ['lsns', 'nsenter', 'ipcmk', 'ipcs'],
	hostname: ['hostname'],
	taskset: ['taskset'],
	tar: ['tar', 'gzip'],
	runc: ['runc'],
	bwrap: ['bwrap'],
	ldd: ['ldd'],
	procps: ['ps'],
	iproute2: ['ip'],
	tc: ['tc'],
	setpriv: ['setpriv'],
	ping: ['ping'],
	perl: ['perl'],
	libcgroup: ['cgcreate', 'cgclassify', 'cgset', 'cgdelete'],
	strace: ['strace'],
} as const satisfies Readonly<Record<string, readonly ToolName[]>>;

/** The name of a part. */
export type Part = keyof typeof parts;

const common = {
	...{ bash: ['bash'], coreutils: ['coreutils'], 'util-linux': ['util-linux'] },
	...{ pivot_root: ['util-linux'], setpriv: ['util-linux'] },
	...{ 'namespace-tools': ['util-linux'], hostname: ['hostname'] },
	ping: ['iputils'],
	taskset: ['util-linux'],
	tar: ['tar', 'gzip'],
	runc: ['runc'],
	bwrap: ['bubblewrap'],
	perl: ['perl'],
	strace: ['strace'],
};

/** The kinds of distributions that are known. */
export const families: readonly Family[] = [
	{
		ids: ['debian', 'ubuntu'],
		manager: 'apt-get',
		install: 'apt-get install -y',
		packages: {
			...common,
			'util-linux': ['util-linux', 'mount'],
			ldd: ['libc-bin'],
			procps: ['procps'],
			iproute2: ['iproute2'],
			tc: ['iproute2'],
			ping: ['iputils-ping'],
			perl: ['perl-base'],
			libcgroup: ['cgroup-tools'],
		},
	},
	{
		ids: ['fedora', 'rhel', 'centos'],
		manager: 'dnf',
		install: 'dnf install -y',
		packages: {
			...common,
			ldd: ['glibc-common'],
			procps: ['procps-ng'],
			iproute2: ['iproute'],
			tc: ['iproute-tc'],
			perl: ['perl-interpreter'],
			libcgroup: ['libcgroup-tools'],
		},
	},
	{
		ids: ['opensuse', 'suse', 'sles'],
		manager: 'zypper',
		install: 'zypper --non-interactive install',
		packages: {
			...common,
			ldd: ['glibc'],
			procps: ['procps'],
			iproute2: ['iproute2'],
			tc: ['iproute2'],
			perl: ['perl-base'],
			libcgroup: ['libcgroup-tools'],
		},
	},
	{
		ids: ['arch'],
		manager: 'pacman',
		install: 'pacman -S --noconfirm',
		packages: {
			...common,
			hostname: ['inetutils'],
			ldd: ['glibc'],
			procps: ['procps-ng'],
			iproute2: ['iproute2'],
			tc: ['iproute2'],
			libcgroup: undefined,
		},
	},
	{
		ids: ['alpine'],
		manager: 'apk',
		install: 'apk add',
		packages: {
			...common,
			'util-linux': ['util-linux', 'setpriv', 'mount'],
			setpriv: ['setpriv'],
			pivot_root: ['util-linux-misc'],
			'namespace-tools': ['util-linux-misc', 'lsns'],
			hostname: ['net-tools'],
			taskset: ['util-linux-misc'],
			ldd: ['musl-utils'],
			procps: ['procps'],
			iproute2: ['iproute2'],
			tc: ['iproute2-tc'],
			libcgroup: ['cgroup-tools'],
		},
	},
];
