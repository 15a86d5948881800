import type { Diagnosis } from './reading.ts';

/** Diagnoses for chroot(8), and for programs in a changed root. */
export const rootReadings: readonly Diagnosis[] = [
	{
		says: /chroot: (?:command )?not found|(?:failed to execute|env:) '?chroot'?: No such file/,
		means:
			'chroot is in /usr/sbin, where this shell does not look for programs. Type its whole path, or first `PATH=$PATH:/usr/sbin:/sbin`.',
	},
	{
		says: /cannot change root directory to .*: Operation not permitted|can't change root directory .*: Operation not permitted/,
		takes: 'chroot',
		means:
			'Only root may change its root, or somebody who is root in a user namespace of their own. Put `unshare --user --map-root-user` before it.',
	},
	{
		says: /cannot change root directory to (.*): No such file or directory/,
		means:
			'There is no directory $1 here. Look where you are with `pwd`, and what is there with `ls`.',
	},
	{
		says: /cannot change root directory to (.*): Not a directory/,
		means: '$1 is a file, and only a directory can be a root.',
	},
	{
		says: /error while loading shared libraries: (\S+): cannot open/,
		means:
			'The program and its loader are there, but its library $1 is not. Copy it to the same path that `ldd` shows for it.',
	},
	{
		says: /error while loading shared libraries: .*invalid ELF header/,
		means:
			'The libraries are of another C library, or for another machine, than the program. Copy all of them from the system that the program is from.',
	},
	{
		says: /Error loading shared library (\S+):/,
		means:
			"The program and musl's loader are there, but its library $1 is not. Copy it to the same path that `ldd` shows for it.",
	},
	{
		says: /Exec format error/,
		means:
			'The file is there, but for another kind of processor, or it is a script that does not begin with `#!`.',
	},
	{
		says: /(?:failed to run command|failed to execute|can't execute) (\S+): Permission denied/,
		means:
			'$1 is there, but may not be executed: it is a directory, or lacks the x permission, or lies on a file system that is mounted with noexec.',
	},
	{
		says: /(?:failed to run command|failed to execute|can't execute) (\S+): No such file or directory/,
		typed: /\bchroot\b|--root|\s-R/,
		means:
			'The root was changed, and in it $1 is not there, or the loader that it names is not, or is a link that leads nowhere: the kernel says the same of all three. Compare what is there with what `ldd` lists.',
	},
	{
		says: /(?:failed to execute|can't execute|env:) (\S+): No such file or directory/,
		means:
			'No directory in PATH has a program $1 here, or it names a loader that is not here. `type -P` shows where a program is.',
	},
	{
		says: /cannot execute: required file not found/,
		means:
			'The program is there, but the loader or the interpreter that it names is not. `ldd` shows the loader, the first line of a script its interpreter.',
	},
	{
		says: /cannot redirect standard input from \/dev\/null/,
		means:
			'There is no /dev/null in this root, and without it the shell starts nothing in the background. Make it with `mkdir dev; touch dev/null`, from outside.',
	},
	{
		exit: 127,
		says: /(\S+): (?:command )?not found/,
		means:
			'No directory in PATH has a program $1 here. In a container it has to be copied there, with its libraries; only builtins such as `cd` and `kill` are part of the shell.',
	},
];
