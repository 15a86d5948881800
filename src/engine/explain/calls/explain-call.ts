import { explainError } from './explain-error.ts';
import { errorOf, type SystemCall, unquoted } from '../../words/system-call.ts';

/** What a call is for, in one sentence, and the page of its manual, such as `chroot(2)`. */
export type CallExplanation = { readonly meaning: string; readonly page: string };

/**
 * Returns what a call is for, or what it means that it failed. A call without a line in the table
 * gets the most general words.
 */
export function explainCall(call: SystemCall): CallExplanation {
	const error = errorOf(call);
	const failure = error === undefined ? undefined : explainError(call.name, error);
	const page = pages[call.name] ?? `${call.name}(2)`;
	return { meaning: failure ?? explanations[call.name]?.(call) ?? 'Asks the kernel for it.', page };
}

/** The pages of the manual that are not named like their call. */
const pages: Readonly<Record<string, string>> = {
	umount2: 'umount(2)',
	openat: 'open(2)',
	mkdirat: 'mkdir(2)',
	mknodat: 'mknod(2)',
	clone3: 'clone(2)',
	readlinkat: 'readlink(2)',
	fchdir: 'chdir(2)',
	renameat: 'rename(2)',
	renameat2: 'rename(2)',
};

type Says = (call: SystemCall) => string;

const born: Says = ({ args }) => {
	const spaces = namespaces(args.join(' '));
	return spaces === ''
		? 'A process makes a child, a copy of itself; the child does what follows.'
		: `A child is born in new namespaces: ${spaces}.`;
};
const makesDirectory: Says = ({ args }) =>
	args.some((one) => one.includes('/sys/fs/cgroup/'))
		? 'A directory in this file system is a control group: making it makes the group.'
		: 'Makes a directory.';
const opens: Says = ({ args: [, path = '', flags = ''] }) => {
	if (path.includes('/sys/fs/cgroup/')) {
		return 'Opens a file of a control group.';
	}
	if (/\/proc\/\w+\/ns\//.test(path)) {
		return 'Opens a namespace, to join it.';
	}
	if (/\/(uid_map|gid_map|setgroups)"/.test(path)) {
		return 'Opens the map of a user namespace.';
	}
	if (/^"\/proc\/(\d|self|thread-self)/.test(path)) {
		return 'Reads what /proc tells about a process.';
	}
	if (path.startsWith('"/proc/')) {
		return 'Reads what /proc tells about the machine.';
	}
	return /O_CREAT/.test(flags) ? 'Creates the file, or opens it to write.' : 'Opens it to read.';
};
const writes: Says = ({ args: [file = ''] }) => {
	if (/(cgroup\.procs|\/tasks)>/.test(file)) {
		return 'Moves a process into the control group.';
	}
	if (/subtree_control>/.test(file)) {
		return 'Gives controllers to the groups below.';
	}
	if (/\/(uid_map|gid_map)>/.test(file)) {
		return 'Says who the users of the new namespace are.';
	}
	if (/\/setgroups>/.test(file)) {
		return 'Gives up setgroups(2), before groups may be mapped.';
	}
	return 'Sets a limit: from now on the kernel holds the group to it.';
};
const readsLink: Says = ({ args }) =>
	/\/ns\//.test(args.join(' '))
		? 'Asks which namespace the process is in.'
		: 'Asks where this link of the process leads.';
const renames: Says = () => 'Gives it another name; what has it open, or is in it, stays there.';
const newMount: Says = () => 'A mount, in the steps of the newer mount calls.';

const explanations: Readonly<Record<string, Says>> = {
	execve: () => 'Becomes another program; its number and its namespaces stay.',
	execveat: () => 'The process becomes another program.',
	clone: born,
	clone3: born,
	fork: born,
	vfork: born,
	kill: ({ args: [pid, signal] }) =>
		signal === '0'
			? 'Asks whether there is such a process.'
			: pid?.startsWith('-') === true
				? `Sends ${signal ?? 'a signal'} to a group of processes.`
				: `Sends ${signal ?? 'a signal'} to this process.`,
	unshare: ({ args }) => {
		const spaces = namespaces(args.join(' '));
		const later = args.join(' ').includes('CLONE_NEWPID') ? ' (the pid one only for children)' : '';
		return `The process itself leaves for new namespaces: ${spaces}${later}.`;
	},
	setns: () => 'The process joins a namespace that exists.',
	chroot: ({ args: [path] }) =>
		`From here on, / is ${unquoted(path)}, for this process and its children.`,
	pivot_root: () => 'Swaps the root of the whole mount namespace; the old one can be unmounted.',
	chdir: ({ args: [path] }) =>
		path === '"/"' ? 'Steps into the root, which chroot does not do.' : 'Changes directory.',
	fchdir: () => 'Changes to a directory that is open.',
	mount: ({ args: [, , type, flags = ''] }) => {
		if (/MS_(PRIVATE|SLAVE|SHARED)/.test(flags)) {
			return 'Makes nothing new: says whether mounts spread to and from other namespaces.';
		}
		if (flags.includes('MS_BIND')) {
			return 'Shows a directory in a second place.';
		}
		if (flags.includes('MS_REMOUNT')) {
			return 'Changes how it is mounted.';
		}
		return `Mounts a file system${type === undefined || type === 'NULL' ? '' : ` of type ${unquoted(type)}`}, in this mount namespace.`;
	},
	umount2: () => 'Takes a mount away, in this mount namespace.',
	sethostname: () => 'Names the machine, in this UTS namespace.',
	fsopen: newMount,
	fsconfig: newMount,
	fsmount: newMount,
	move_mount: newMount,
	open_tree: newMount,
	mount_setattr: newMount,
	mkdir: makesDirectory,
	mkdirat: makesDirectory,
	rmdir: ({ args: [path = ''] }) =>
		path.includes('/sys/fs/cgroup/') ? 'Removes the control group.' : 'Removes a directory.',
	rename: renames,
	renameat: renames,
	renameat2: renames,
	mknod: () => 'Makes a device file, or another that is not a plain one.',
	mknodat: () => 'Makes a device file, or another that is not a plain one.',
	capset: () => 'Sets which capabilities the process has.',
	seccomp: () => 'Sets a filter on the system calls of the process.',
	setuid: () => 'Becomes another user.',
	setresuid: () => 'Becomes another user.',
	setgid: () => 'Becomes a member of another group.',
	setresgid: () => 'Becomes a member of another group.',
	setgroups: () => 'Sets the other groups that the process is in.',
	openat: opens,
	write: writes,
	readlink: readsLink,
	readlinkat: readsLink,
	prctl: ({ args: [option] }) =>
		option === 'PR_SET_PDEATHSIG'
			? 'Wants to be ended when its parent ends: that is --kill-child.'
			: option === 'PR_SET_NO_NEW_PRIVS'
				? 'No program it becomes will have more rights than it has now.'
				: 'Changes what the process, and its children, are allowed.',
	socket: () => 'Opens a line to the kernel, to ask about the network; netlink(7).',
};

const kinds: Readonly<Record<string, string>> = {
	CLONE_NEWNS: 'mount',
	CLONE_NEWPID: 'pid',
	CLONE_NEWUTS: 'uts',
	CLONE_NEWIPC: 'ipc',
	CLONE_NEWNET: 'net',
	CLONE_NEWUSER: 'user',
	CLONE_NEWCGROUP: 'cgroup',
	CLONE_NEWTIME: 'time',
};

function namespaces(flags: string): string {
	return (flags.match(/CLONE_NEW\w+/g) ?? []).map((flag) => kinds[flag] ?? flag).join(', ');
}
