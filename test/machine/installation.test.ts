import { expect, test } from '@jest/globals';
import type { Requirement } from '../../src/lesson/requirement.ts';
import { planInstallation } from '../../src/machine/installation.ts';
import { debian, decideOn, docker, toolsWithout, withBusybox } from './fixtures/machine.ts';

const libcgroup = ['cgcreate', 'cgclassify', 'cgset', 'cgdelete'];
const everything = [
	...['bash', 'chroot', 'cp', 'ls', 'mkfifo', 'unshare', 'mount', 'setpriv', 'ldd', 'ps', 'ip'],
	'perl',
	...libcgroup,
];

function fixOn(
	ids: readonly string[],
	manager: string,
	missing = everything,
	requirement: Requirement = 'ps',
): string {
	const distribution = { name: 'This distribution', ids };
	const { missing: found } = decideOn({ distribution }, { tools: toolsWithout(missing, manager) });
	return found.get(requirement)?.fix ?? 'nothing is missing';
}

test('a tool that no step needs is only offered for itself', () => {
	const missing = ['strace', 'ps'];
	expect(fixOn(['debian'], 'apt-get', missing)).toMatch(/install -y procps`/);
	expect(fixOn(['debian'], 'apt-get', missing, 'strace')).toMatch(/install -y procps strace`/);
});

test.each([
	{
		name: 'Debian',
		ids: ['debian'],
		manager: 'apt-get',
		line: 'apt-get install -y bash coreutils util-linux mount libc-bin procps iproute2 perl-base cgroup-tools',
	},
	{
		name: 'Ubuntu',
		ids: ['ubuntu', 'debian'],
		manager: 'apt-get',
		line: 'apt-get install -y bash coreutils util-linux mount libc-bin procps iproute2 perl-base cgroup-tools',
	},
	{
		name: 'Fedora',
		ids: ['fedora'],
		manager: 'dnf',
		line: 'dnf install -y bash coreutils util-linux glibc-common procps-ng iproute perl-interpreter libcgroup-tools',
	},
	{
		name: 'Rocky Linux',
		ids: ['rocky', 'rhel', 'centos', 'fedora'],
		manager: 'dnf',
		line: 'dnf install -y bash coreutils util-linux glibc-common procps-ng iproute perl-interpreter libcgroup-tools',
	},
	{
		name: 'openSUSE',
		ids: ['opensuse-tumbleweed', 'opensuse', 'suse'],
		manager: 'zypper',
		line: 'zypper --non-interactive install bash coreutils util-linux glibc procps iproute2 perl-base libcgroup-tools',
	},
	{
		name: 'Arch',
		ids: ['arch'],
		manager: 'pacman',
		line: 'pacman -S --noconfirm bash coreutils util-linux glibc procps-ng iproute2 perl',
	},
	{
		name: 'Alpine',
		ids: ['alpine'],
		manager: 'apk',
		line: 'apk add bash coreutils util-linux setpriv mount musl-utils procps iproute2 perl cgroup-tools',
	},
	{
		name: 'a distribution that only its package manager tells of',
		ids: ['linux'],
		manager: 'apk',
		line: 'apk add bash coreutils util-linux setpriv mount musl-utils procps iproute2 perl cgroup-tools',
	},
])('one line installs all that is missing on $name', ({ ids, manager, line }) => {
	expect(fixOn(ids, manager)).toBe(`Install what is missing: \`sudo ${line}\`.`);
	expect(fixOn(ids, manager, everything, 'stage')).toBe(fixOn(ids, manager));
});

test('what is there is not installed', () => {
	expect(fixOn(['debian'], 'apt-get', ['ps', 'ip', ...libcgroup], 'ip')).toBe(
		'Install what is missing: `sudo apt-get install -y procps iproute2 cgroup-tools`.',
	);
	expect(fixOn(['debian'], 'apt-get', [])).toBe('nothing is missing');
});

test('Arch has no package of libcgroup, and the lesson does without', () => {
	const tools = toolsWithout(libcgroup, 'pacman');
	const distribution = { name: 'Arch Linux', ids: ['arch'] };
	const { missing, provides } = decideOn({ distribution }, { tools });
	expect(missing.get('cgroup-tools')?.cause).toMatch(/does by mkdir and echo what they do\.$/);
	expect(missing.get('cgroup-tools')?.fix).toMatch(/^Arch Linux has no package of it.*AUR/);
	expect(provides.has('limits')).toBe(true);
});

test('where nothing is known of the distribution, the packages are named', () => {
	expect(fixOn(['nixos'], 'nix', ['ps', 'ip'])).toBe(
		'Install them with the package manager of your distribution; the packages are often called procps, iproute2.',
	);
});

test('a fresh image has to fetch the lists of packages first, and its root needs no sudo', () => {
	const { missing } = decideOn(docker, { tools: toolsWithout(['ps']) });
	expect(missing.get('ps')?.fix).toBe(
		'Install what is missing: `apt-get update && apt-get install -y procps`.',
	);
});

test("busybox's version of a tool counts as missing, in other words", () => {
	const tools = withBusybox(toolsWithout(['ip'], 'apk'), ['ps', 'chroot', 'cp', 'ls']);
	const { missing } = decideOn({ distribution: { name: 'Alpine', ids: ['alpine'] } }, { tools });
	expect(missing.get('ps')?.cause).toMatch(/^ps is busybox's here, with fewer options/);
	expect(missing.get('stage')?.cause).toMatch(/^chroot, cp and ls are busybox's here/);
	expect(missing.get('ip')?.cause).toMatch(/^ip is not installed here\./);
	expect(missing.get('ip')?.fix).toMatch(/: `sudo apk add coreutils procps iproute2`\.$/);
});

test('without unshare there is no mount, and no PID namespace', () => {
	const { missing, provides } = decideOn({}, { tools: toolsWithout(['unshare']) });
	expect(missing.get('mount')?.cause).toMatch(/^unshare is not installed here/);
	expect(missing.get('pid-namespace')).toBe(missing.get('mount'));
	expect(provides.has('stage')).toBe(true);
});

test('what is installed for one part alone is what the walkthrough offers', () => {
	const tools = toolsWithout([...libcgroup, 'ps']);
	expect(planInstallation(['libcgroup'], { circumstances: debian, tools })).toEqual({
		commands: ['apt-get install -y cgroup-tools'],
		packages: ['cgroup-tools'],
		without: [],
	});
});
