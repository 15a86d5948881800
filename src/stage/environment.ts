/**
 * Returns the environment of everything on the stage: nothing of the learner's own (keys, proxies)
 * leaks in. PATH has the sbin directories, where Debian keeps chroot and an ordinary user does not
 * look.
 */
export const stageEnvironment = (home: string): { readonly [name: string]: string } => ({
	PATH: searchPath().join(':'),
	HOME: home,
	SHELL: '/bin/bash',
	TERM: 'dumb',
	// A jail has no other locale, and shells would complain.
	LC_ALL: 'C',
});

/**
 * The directory in which everything of the program's is started: a learner may stand in a directory
 * that they cannot enter again.
 */
export const startDirectory = '/';

/**
 * Returns the directories in which programs are looked for: the absolute ones of PATH, then those
 * of the system.
 */
export const searchPath = (): readonly string[] => [
	...new Set([
		...(process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin')
			.split(':')
			.filter((directory) => directory.startsWith('/')),
		...['/usr/local/sbin', '/usr/sbin', '/sbin'],
		// Where a jail may have its programs, although a host with merged directories has only one of the two.
		...['/usr/bin', '/bin'],
	]),
];
