/**
 * Returns what it means that a call failed, in one sentence; undefined where strace's own words
 * must do.
 */
export function explainError(name: string, error: string): string | undefined {
	return ofCall[`${name} ${error}`] ?? ofAny[error];
}

const unborn = 'Process 1 of the PID namespace has ended: nothing can be born there any more.';

const ofCall: Readonly<Record<string, string>> = {
	'execve ENOENT':
		'There is no such program in the root of this process, or not the loader that it names.',
	'execveat ENOENT': 'There is no such program in the root of this process.',
	'chroot ENOENT': 'There is no such directory: the root stays what it was.',
	'chroot EPERM': 'Changing the root takes CAP_SYS_CHROOT; it stays what it was.',
	'clone ENOMEM': unborn,
	'clone3 ENOMEM': unborn,
	'fork ENOMEM': unborn,
	'vfork ENOMEM': unborn,
	'clone EAGAIN': 'The control group, or the user, has as many processes as it may have.',
	'kill ESRCH': 'No process has this number in the PID namespace of who asks.',
	'kill EPERM': 'There is such a process, and it may not be signalled by who asks.',
	'mkdir EEXIST': 'It is there already.',
	'mkdirat EEXIST': 'It is there already.',
};

const ofAny: Readonly<Record<string, string>> = {
	ENOENT: 'There is no such file, as seen from the root of this process.',
	EPERM: 'Refused: it takes a capability that this process has not.',
	EACCES: 'Refused: the permissions of the file do not allow it.',
	EINVAL: 'Refused: it makes no sense there.',
	EBUSY: 'Refused: it is in use.',
	EROFS: 'Refused: the file system is read-only here.',
	EAGAIN: 'Refused: a limit is reached.',
	ENOMEM: 'Refused: no memory is left for it.',
};
