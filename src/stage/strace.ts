/** The calls that `engine/trace` knows how to tell of; strace passes over one of them that a machine has not. */
const calls = [
	...['execve', 'execveat', 'clone', 'clone3', 'fork', 'vfork', 'kill', 'unshare', 'setns'],
	...['chroot', 'pivot_root', 'chdir', 'fchdir', 'mount', 'umount2', 'sethostname'],
	...['fsopen', 'fsconfig', 'fsmount', 'move_mount', 'open_tree', 'mount_setattr'],
	...[
		'mkdir',
		'mkdirat',
		'rmdir',
		'rename',
		'renameat',
		'renameat2',
		'mknod',
		'mknodat',
		'capset',
		'seccomp',
		'prctl',
		'socket',
	],
	...['setuid', 'setgid', 'setresuid', 'setresgid', 'setgroups'],
	...['openat', 'write', 'readlink', 'readlinkat'],
];

/** From outside of the processes' family, so that nobody there has another parent or another number for it. */
const common = [
	...['strace', '-D', '-f', '-qq', '-y', '-s', '128', '-e', 'signal=none'],
	...['-e', `trace=${calls.map((name) => `?${name}`).join(',')}`],
];

/**
 * The words before a program that trace it, and all it starts; the first are the best. With a filter
 * in the kernel (strace 5.3) a step takes half the time, and numbers in PID namespaces are told as
 * the host counts, too (strace 5.9).
 */
export const straceCommands: readonly (readonly string[])[] = [
	[...common, '--seccomp-bpf', '--decode-pids=pidns'],
	[...common, '--seccomp-bpf'],
	common,
];

/** With -D strace says by nothing else than the trace whether it could trace. */
export function straceTrial(command: readonly string[]): readonly string[] {
	const script = `
said=$("$@" -o /dev/stderr true 2>&1)
case $said in *'execve('*) ;; *) printf '%s\\n' "$said" >&2; exit 1 ;; esac`;
	return ['bash', '-c', script, 'try', ...command];
}
