import type { Diagnosis } from './reading.ts';

/**
 * Diagnoses for unshare(1), nsenter(1) and pivot_root(8), and for what happens inside namespaces.
 */
export const namespaceReadings: readonly Diagnosis[] = [
	{
		says: /fork: Cannot allocate memory|Cannot fork|can't fork: Cannot allocate memory/,
		means:
			'The first process of the PID namespace has ended, and with it the namespace: memory has nothing to do with it. Add `--fork` to `unshare`, so that the shell itself is the first process.',
	},
	{
		says: /sigprocmask unblock failed: Invalid argument/,
		means:
			'The process that `unshare --fork` waited for was killed by SIGKILL, as by the memory limit. This version of unshare (2.38 or 2.39) stumbles over that and hides exit code 137.',
	},
	{
		says: /write failed \/proc\/self\/uid_map: Operation not permitted/,
		takes: 'mount',
		means:
			'AppArmor keeps ordinary users from using user namespaces here, or you are a root without CAP_SETFCAP. `containers-under-the-hood doctor` tells which.',
	},
	{
		says: /unshare failed: No space left on device/,
		takes: 'mount',
		means:
			'No more namespaces of this kind may be made, and no disk is full. Look at `/proc/sys/user/max_*_namespaces`; 0 forbids them.',
	},
	{
		says: /cannot change root filesystem propagation: Invalid argument/,
		means:
			'You are in a chroot whose / is not a mount, so that it cannot be made private. Add `--propagation unchanged`.',
	},
	{
		says: /cannot change root filesystem propagation: Permission denied/,
		takes: 'mount',
		means:
			'A security module, such as AppArmor, let the namespace be made but forbids mounts in it.',
	},
	{
		says: /unshare: mount \/proc failed: (?:Operation not permitted|Permission denied)/,
		takes: 'pid-namespace',
		means:
			'A new procfs takes a PID namespace of its own, and a /proc of which nothing is masked. Add `--pid --fork`, or use the one that is there: `mount --rbind /proc DIRECTORY/proc`.',
	},
	{
		says: /unshare: mount (\S+) failed: No such file or directory/,
		means: 'There is no directory $1 to mount the procfs on. Make it first, with `mkdir`.',
	},
	{
		says: /unshare: unrecognized option|unshare: invalid option/,
		means:
			"This unshare does not know the option: it is busybox's, or an old one. Install util-linux.",
	},
	{
		says: /unshare: unshare failed: Operation not permitted/,
		takes: 'pid-namespace',
		means:
			'Only root may make this namespace, or somebody who makes a user namespace with it. Add `--user --map-root-user`; in a chroot, not even that is allowed.',
	},
	{
		says: /unshare: unshare failed: (?:Invalid argument|Function not implemented)/,
		takes: 'pid-namespace',
		means: 'This kernel was built without that kind of namespace.',
	},
	{
		says: /reassociate to namespace '(\S+)' failed: Operation not permitted/,
		means:
			'The namespace $1 belongs to a user namespace that has to be entered first. Add `--user --preserve-credentials` to `nsenter`.',
	},
	{
		says: /setgroups failed/,
		means:
			'The user namespace has no map of users yet, or forbids to set groups. Add `--preserve-credentials`.',
	},
	{
		says: /newuidmap: .*not allowed|no line matching user .* in \/etc\/subuid/,
		means:
			'This user has no range of further user ids in /etc/subuid. `--map-root-user` maps one, and needs none.',
	},
	{
		says: /newuidmap: write to uid_map failed: Operation not permitted/,
		means:
			'The map is already written, or newuidmap has lost its rights: strace and no_new_privs take them from setuid programs.',
	},
	{
		says: /you must be root to change the host name|sethostname: .*not permitted/,
		means:
			'The name is that of the machine, which only its root may change. Make a UTS namespace first: `unshare --uts`, with `--user --map-root-user` if you are not root.',
	},
	{
		says: /failed to change root from .*: (?:Device or resource busy|Invalid argument)/,
		means:
			'The new root of `pivot_root` must be a mount of its own: `mount --bind DIRECTORY DIRECTORY`. Where it is one, it must be private (`unshare --mount`), and the old root neither a chroot nor an initramfs.',
	},
	{
		says: /bwrap: (?:No permissions to create new namespace|Creating new namespace failed|setting up uid map|Can't mount proc)/,
		takes: 'pid-namespace',
		means: 'bwrap may not make namespaces here. `containers-under-the-hood doctor` tells why.',
	},
];
