/**
 * What mmdebstrap(1) builds a machine from.
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string} suite
 * @property {string[]} sources lines of sources.list(5)
 * @property {string[]} packages
 * @property {{file: string, package: string, suite: string, mirror: string}} [keyring] where this
 *   system does not have the keys that the sources are signed with: the package that has them
 * @property {string} archive a file of the sources, by which we see whether they can be reached
 * @property {boolean} isOptional whether it is no fault of a machine that it cannot reach them
 */

/** What every machine has: systemd with user sessions, and the tools that the lessons use. */
const packages = [
	...['systemd', 'systemd-sysv', 'dbus', 'dbus-user-session', 'libpam-systemd', 'udev', 'kmod'],
	...['login', 'passwd', 'uidmap', 'util-linux', 'procps', 'iproute2', 'cgroup-tools'],
	...['runc', 'bubblewrap', 'strace'],
	// Node.js is handed over with the program, and wants this library.
	'libstdc++6',
	'initramfs-tools',
];

/**
 * systemd 252, cgroup v2, Debian's kernel for virtual machines.
 * @type {Recipe}
 */
export const debian = {
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

/**
 * AppArmor 4 keeps ordinary users from using user namespaces: `kernel.apparmor_restrict_unprivileged_userns`.
 * @type {Recipe}
 */
export const ubuntu = {
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
