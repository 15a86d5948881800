import { type SystemCall, unquoted } from '../../words/system-call.ts';

/**
 * Whether a call tells something about containers; the others are how any program starts and
 * prints.
 */
export function matters(call: SystemCall, command: string): boolean {
	const rule = rules[call.name];
	return rule === undefined ? always.has(call.name) : rule(call, command);
}

const always: ReadonlySet<string> = new Set([
	...['execve', 'execveat', 'clone', 'clone3', 'fork', 'vfork', 'kill', 'unshare', 'setns'],
	...['chroot', 'pivot_root', 'mount', 'umount2', 'sethostname'],
	...['fsopen', 'fsconfig', 'fsmount', 'move_mount', 'open_tree', 'mount_setattr'],
	...['rmdir', 'rename', 'renameat', 'renameat2', 'mknod', 'mknodat', 'capset', 'seccomp'],
	...['setuid', 'setgid', 'setresuid', 'setresgid', 'setgroups'],
]);

/** Leaves out the calls by which `mount` only looks whether a directory is there. */
const isMade = ({ result }: SystemCall) => !result.startsWith('-1 EEXIST');

/**
 * Leaves out the steps of programs that walk through a tree of directories to make or search it.
 */
const isStep = ({ args: [path] }: SystemCall, command: string) =>
	path === '"/"' || /(^|\W)(cd|pivot_root)\s/.test(command);

const rules: Readonly<Record<string, (call: SystemCall, command: string) => boolean>> = {
	openat: ({ args, result }, command) => {
		const path = unquoted(args[1]);
		// The path may be relative; strace tells where it led.
		const place = /<(.*)>$/.exec(result)?.[1] ?? path;
		const writes = /O_WRONLY|O_RDWR/.test(args[2] ?? '');
		if (isCgroupFile(place)) {
			return writes || isNamed(path, command);
		}
		if (isLibrary(path)) {
			return result.startsWith('-1 ENOENT');
		}
		// A program that lists all processes comes upon some that end meanwhile, and upon files of
		// others.
		const isSure = !result.startsWith('-1') || isNamed(path, command);
		return isNamed(path, command) || (isAboutProcess(path) && isSure);
	},
	mkdir: isMade,
	mkdirat: isMade,
	chdir: isStep,
	fchdir: isStep,
	write: ({ args }) => {
		const place = /^\d+<(.*)>$/.exec(args[0] ?? '')?.[1] ?? '';
		return isCgroupFile(place) || /^\/proc\/.*\/(uid_map|gid_map|setgroups)$/.test(place);
	},
	readlink: ({ args }, command) => isLinkToName(args[0], command),
	readlinkat: ({ args }, command) => isLinkToName(args[1], command),
	prctl: ({ args: [option = ''] }) =>
		/^PR_(SET_PDEATHSIG|SET_NO_NEW_PRIVS|CAPBSET_DROP|SET_SECCOMP|CAP_AMBIENT|SET_SECUREBITS)$/.test(
			option,
		),
	socket: ({ args: [family] }) => family === 'AF_NETLINK',
};

/** The names of all calls that may matter, which are the ones that strace is asked for. */
export const knownCalls: readonly string[] = [...always, ...Object.keys(rules)];

function isCgroupFile(path: string): boolean {
	return path.startsWith('/sys/fs/cgroup/');
}

/**
 * Whether it is a page of /proc about one process; about the program's own, only those that make or
 * join namespaces count.
 */
function isAboutProcess(path: string): boolean {
	return (
		/^\/proc\/\d+(\/|$)/.test(path) ||
		/^\/proc\/(self|thread-self)\/(ns\/|uid_map|gid_map|setgroups)/.test(path)
	);
}

/** Whether a path is that of a shared library. Files in /etc, such as ld.so.cache, are none. */
export function isLibrary(path: string): boolean {
	return /\.so(\.|$)/.test(path) && !path.startsWith('/etc/');
}

/** Whether the command line names the file. */
function isNamed(path: string, command: string): boolean {
	const file = path.split('/').at(-1) ?? '';
	return file !== '' && command.split(/[\s'"<>;|&(){}=/]+/).includes(file);
}

function isLinkToName(argument: string | undefined, command: string): boolean {
	const path = unquoted(argument);
	return /^\/proc\/(\d+|self)\/(ns\/|root|cwd|exe)/.test(path) && command.includes('/');
}
