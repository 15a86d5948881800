import type { Diagnosis } from './reading.ts';

/** Diagnoses for libcgroup's tools, and for the kernel's answers to writes in a cgroup. */
export const cgroupReadings: readonly Diagnosis[] = [
	{
		says: /requested group parameter does not exist/,
		typed: /^cgcreate/,
		takes: 'limits',
		means: 'You may not make a cgroup there, although the message speaks of a parameter.',
	},
	{
		says: /requested group parameter does not exist/,
		means: (provides) =>
			provides.has('cgroup-v2')
				? 'The group or its file is not there. On this machine, which has cgroup v2, the names are `cpu.max` and `memory.max`; those with `cfs_quota_us` and `limit_in_bytes` are of v1.'
				: 'The group or its file is not there. On this machine, which has cgroup v1, the names are `cpu.cfs_quota_us` and `memory.limit_in_bytes`; `cpu.max` and `memory.max` are of v2.',
	},
	{
		says: /cgroup modify error: Invalid argument/,
		means:
			'The kernel refuses that value: a quota is at least 1000 microseconds, and a size is a number with K, M or G behind it.',
	},
	{
		says: /needed subsystems is not mounted/,
		means:
			'No mounted hierarchy has one of these controllers, or its name is misspelt. `cat /proc/cgroups` lists those that there are.',
	},
	{
		says: /Cgroup, operation not allowed/,
		takes: 'limits',
		means: 'On cgroup v1 only root may make groups.',
	},
	{
		says: /cgroup change of group failed|Error changing group of pid \d+: Cgroup does not exist/,
		means:
			'There is no such group, or you may not put processes into it. Make it first, with `cgcreate`, for the same controllers.',
	},
	{
		says: /cannot remove group '([^']+)': No such file or directory/,
		means:
			'The group $1 is gone from the first of these hierarchies, where one `cgdelete` on v1 stops. Call it once for each controller, or use `rmdir`.',
	},
	{
		says: /cannot remove group '([^']+)': Device or resource busy/,
		means: 'The group $1 has processes or other groups in it. Those go first.',
	},
	{
		says: /libcgroup initialization failed/,
		means:
			'libcgroup finds no cgroup file system that it can read: something is mounted over it, or nothing is mounted.',
	},
	{
		says: /write error: Device or resource busy|: Device or resource busy/,
		typed: /subtree_control|cgroup\.procs/,
		means:
			'A cgroup of v2 either holds processes or hands controllers on to groups below it, never both, unless it is the topmost. Move its processes to a group below it first.',
	},
	{
		says: /write error: Device or resource busy/,
		typed: /memory\.(?:memsw\.)?limit_in_bytes/,
		means:
			'The group already uses more memory than that, and v1 does not lower a limit below what is used. End processes in it first.',
	},
	{
		says: /write error: Invalid argument/,
		typed: /\/sys\/fs\/cgroup|subtree_control|cpu\.|memory\.|pids\./,
		means:
			'The kernel does not understand that value: a quota is at least 1000 microseconds, and a controller in `subtree_control` has a + or - before it.',
	},
	{
		says: /write error: No such file or directory/,
		typed: /subtree_control/,
		means:
			'The group above does not hand that controller on. Enable it in the `cgroup.subtree_control` of that one first.',
	},
	{
		says: /write error: No such process/,
		typed: /cgroup\.procs|tasks/,
		means: 'That process has ended, or its number is that of another PID namespace.',
	},
	{
		says: /Read-only file system/,
		typed: /\/sys\/fs\/cgroup|^cg/,
		takes: 'limits',
		means: 'The cgroup file system is mounted read-only, as in a container.',
	},
	{
		says: /mkdir: cannot create directory .*: Permission denied/,
		typed: /\/sys\/fs\/cgroup/,
		takes: 'limits',
		means: 'You may not make a group in this one: it was not delegated to you.',
	},
	{
		says: /: Permission denied/,
		typed: /> ?\S*(?:\/sys\/fs\/cgroup|cgroup\.|cpu\.|memory\.|pids\.)/,
		means:
			'There is no such file in this group, which a cgroup answers with "Permission denied", even to root. Its controller is not enabled in the group above, or the name is that of the other version of cgroups.',
	},
	{
		says: /cgroup\.procs: No such file or directory/,
		means:
			'That directory is no cgroup: on v1, groups are made in the hierarchy of each controller, such as /sys/fs/cgroup/memory, and not beside them.',
	},
	{
		says: /rmdir: failed to remove .*: Device or resource busy/,
		typed: /\/sys\/fs\/cgroup/,
		means: 'The group has processes or other groups in it. Those go first.',
	},
	{
		says: /rm: cannot remove .*: Operation not permitted/,
		typed: /\/sys\/fs\/cgroup/,
		means:
			'The files of a cgroup belong to the kernel, and go with it. Remove the directory alone, with `rmdir`.',
	},
	{
		says: /Failed to connect to (?:user scope )?bus/,
		means:
			'No systemd runs for this user, as after su, sudo -u or in cron. Log in as this user, or give it one without: `sudo loginctl enable-linger USER`.',
	},
	{
		says: /System has not been booted with systemd/,
		means:
			'Process 1 of this machine, or of this container, is not systemd, so that nothing answers `systemd-run` and `systemctl`.',
	},
	{
		says: /Failed to start transient scope unit: Access denied/,
		means: 'You asked the systemd of the whole machine. Ask your own: add `--user`.',
	},
	{
		says: /fork: retry: Resource temporarily unavailable|uv_thread_create/,
		means:
			'The group may not have more processes (`pids.max`, which counts threads, too), or the user may not (`ulimit -u`). The shell goes on trying until some end.',
	},
];
