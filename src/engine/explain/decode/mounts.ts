import type { Diagnosis } from './reading.ts';

/** Diagnoses for mount(8) and umount(8), which exit with 32 where the kernel refused. */
export const mountReadings: readonly Diagnosis[] = [
	{
		says: /mount: \S+: must be superuser to use mount/,
		takes: 'mount',
		means:
			'Only root mounts, or somebody who is root in a user namespace of their own. Put `unshare --user --map-root-user --mount` before it.',
	},
	{
		says: /mount: \S+: permission denied/,
		typed: /-t proc/,
		takes: 'mount',
		means:
			'A new procfs takes a PID namespace of its own. Make one with `unshare --pid --fork`, or show the one that is there: `mount --rbind /proc DIRECTORY/proc`.',
	},
	{
		says: /mount: (\S+): permission denied/,
		takes: 'mount',
		means:
			'This mount on $1 is forbidden: by the kernel, which lets only the root of the machine mount most types of file systems, or by a security module such as AppArmor. `containers-under-the-hood doctor` tells what is allowed here.',
	},
	{
		says: /mount: (\S+): mount point does not exist/,
		means: 'There is no directory $1 to mount on. Make it first, with `mkdir`.',
	},
	{
		says: /mount: .*special device (\S+) does not exist/,
		means:
			'What is to be mounted does not exist: look at each directory with `ls -d`. Or the kernel does not know this type of file system.',
	},
	{
		says: /mount: \S+: wrong fs type, bad option/,
		typed: /overlay/,
		means:
			'The upper and the work directory must be there, on one file system that is not itself an overlay, as it is in Docker. Put both on a tmpfs; `dmesg` has the reason in words.',
	},
	{
		says: /mount: \S+: wrong fs type, bad option/,
		typed: /--bind/,
		means: 'What is bound has other mounts below it. Take them with it: `mount --rbind`.',
	},
	{
		says: /mount: \S+: wrong fs type, bad option/,
		means:
			'The kernel does not know this file system, or one of its options. `dmesg` has the reason in words.',
	},
	{
		says: /mount: .*already mounted/,
		means:
			'That file system is already mounted on this very directory. Mount a tmpfs there first, or take another directory.',
	},
	{
		says: /(?:umount: )?(\S+): target is busy/,
		means:
			'Some process has its current directory or an open file in $1. Leave it or end that process; `umount -l` takes the mount away as soon as it is free.',
	},
	{
		says: /umount: (\S+): not mounted/,
		means:
			'Nothing is mounted on $1 in this mount namespace. Mounts that were made in another one are not seen here.',
	},
	{
		says: /umount: \S+: umount failed: No such file or directory/,
		means:
			'`umount` reads /proc to find the mount, and there is none in this root. Mount it first.',
	},
	{
		says: /failed to read mtab: No such file or directory/,
		means:
			'`mount` reads /proc, and there is none in this root. Mount it first: `mount -t proc proc /proc`.',
	},
];
