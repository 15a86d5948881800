/** What mmdebstrap(1) builds a machine from. */
export type Recipe = {
	readonly name: string;
	readonly suite: string;
	/** Lines of sources.list(5). */
	readonly sources: readonly string[];
	readonly packages: readonly string[];
	/** Where this system does not have the keys that the sources are signed with: the package that has them. */
	readonly keyring?: Keyring;
	/** A file of the sources, by which we see whether they can be reached. */
	readonly archive: string;
	/** Whether it is no fault of a machine that it cannot reach them. */
	readonly isOptional: boolean;
};

export type Keyring = {
	/** Its path in the package, without the slash at its beginning. */
	readonly file: string;
	readonly package: string;
	readonly suite: string;
	readonly mirror: string;
};

/** What every machine has: systemd with user sessions, and the tools that the lessons use. */
const packages = [
	...['systemd', 'systemd-sysv', 'dbus', 'dbus-user-session', 'libpam-systemd', 'udev', 'kmod'],
	...['login', 'passwd', 'uidmap', 'util-linux', 'procps', 'iproute2', 'cgroup-tools'],
	...['runc', 'bubblewrap', 'strace'],
	// Node.js is handed over with the program, and wants this library.
	'libstdc++6',
	'initramfs-tools',
];

/** systemd 252, cgroup v2, Debian's kernel for virtual machines. */
export const debian: Recipe = {
	name: 'debian-12',
	suite: 'bookworm',
	sources: [
		'deb http://deb.debian.org/debian bookworm main',
		'deb http://deb.debian.org/debian bookworm-updates main',
		'deb http://deb.debian.org/debian-security bookworm-security main',
	],
	packages: [...packages, 'linux-image-cloud-amd64'],
	archive: 'http://deb.debian.org/debian/dists/bookworm/InRelease',
	isOptional: false,
};

/** AppArmor 4 keeps ordinary users from using user namespaces: `kernel.apparmor_restrict_unprivileged_userns`. */
export const ubuntu: Recipe = {
	name: 'ubuntu-24.04',
	suite: 'noble',
	sources: [
		'deb http://archive.ubuntu.com/ubuntu noble main universe',
		'deb http://archive.ubuntu.com/ubuntu noble-updates main universe',
	],
	packages: [...packages, 'apparmor', 'linux-image-virtual'],
	// On Debian, a package of the release after this one.
	keyring: {
		file: 'usr/share/keyrings/ubuntu-archive-keyring.gpg',
		package: 'ubuntu-keyring',
		suite: 'trixie',
		mirror: 'http://deb.debian.org/debian',
	},
	archive: 'http://archive.ubuntu.com/ubuntu/dists/noble/InRelease',
	isOptional: true,
};

/** To the command line of its kernel, for cgroup v1: systemd 252 still can; systemd(1). */
export const cgroupV1 =
	'systemd.unified_cgroup_hierarchy=0 systemd.legacy_systemd_cgroup_controller=1';
