import type { Diagnosis } from './reading.ts';

/** Diagnoses for ldd, ps, ip and other programs that say little about what they lack. */
export const programReadings: readonly Diagnosis[] = [
	{
		says: /not a dynamic executable|statically linked|Not a valid dynamic program/,
		typed: /\bldd\b/,
		means:
			'That program needs no libraries: it is static, or a script, whose first line names the program that has to be copied with it.',
	},
	{
		says: /ldd: (\S+): No such file or directory/,
		means: 'There is no file $1. `type -P NAME` shows where a program is.',
	},
	{
		says: /(\S+) => not found/,
		means:
			'The host itself does not have the library $1, so that the program does not run outside either.',
	},
	{
		says: /(\S+) is a shell (?:builtin|keyword)/,
		typed: /\btype\b/,
		means:
			'`$1` is a part of the shell, and no directory of `PATH` has a program of that name. What is no file cannot be copied.',
	},
	{
		says: /type: (\S+): not found/,
		means:
			'No directory of `PATH` has a program that is called `$1`: the name is misspelt, or it is not installed.',
	},
	{
		says: /^ *[A-Z%][A-Z% ]*\n*$/,
		exit: 1,
		typed: /\bps\b/,
		means:
			'No process fits what `ps` was asked for: it prints the headings alone, and exits with 1.',
	},
	{
		says: /Error, do this: mount -t proc proc|can't open '\/proc'|Memory information file \/proc\/meminfo does not exist/,
		means:
			'There is no procfs in this root, and programs like ps read everything from it. Mount it: `mount -t proc proc /proc`.',
	},
	{
		says: /fatal library error, lookup self/,
		means:
			'The /proc that is seen here is of another PID namespace, in which this process has another number. Mount one of this namespace: `mount -t proc proc /proc`.',
	},
	{
		says: /RTNETLINK answers: Operation not permitted/,
		means:
			'Changing a network takes CAP_NET_ADMIN in the namespace that the network belongs to. Use one of your own: `unshare --user --map-root-user --net`.',
	},
	{
		says: /Specified qdisc kind is unknown/,
		means:
			'This kernel has no such queue, or its module (sch_tbf for tbf) is not loaded. Root loads it with `modprobe`.',
	},
	{
		says: /Network is unreachable/,
		means:
			'This network namespace has no address and no route: a new one has only lo, and that is down. That is how it should be, until something is connected to it.',
	},
	{
		says: /missing cap_net_raw|ping: Operation not permitted/,
		means:
			'ping needs CAP_NET_RAW, which the file carries: a copy has lost it, and no_new_privs or a bounding set without it keep it from counting.',
	},
	{
		says: /changing ownership of .*: Invalid argument/,
		means: 'That user id is not mapped in this user namespace, so that it does not exist here.',
	},
	{
		says: /changing ownership of .*: Operation not permitted/,
		means:
			'It takes CAP_CHOWN, which this process does not have, root or not. `grep Cap /proc/self/status` shows what it has.',
	},
	{
		says: /cannot set groups: Operation not permitted/,
		means:
			'This user namespace was made by an ordinary user, and may not set groups; user_namespaces(7).',
	},
	{
		says: /kill: \(?(\d+)\)? ?-? ?No such process/,
		means:
			'No process has the number $1 in this PID namespace: it has ended, or the number is that of another namespace.',
	},
	{
		says: /memory exhausted|Cannot allocate memory|Out of memory/,
		means: 'A limit on address space (`ulimit -v`) or memory is too small for this program.',
	},
	{
		says: /No space left on device/,
		means: 'The disk, or the tmpfs, is full. `df` shows which.',
	},
	{
		says: /Read-only file system/,
		means: 'That part of the tree is mounted so that nothing can be changed in it.',
	},
];
