const devices = (what: string) =>
	`Left out, to stay short enough to be read aloud: ${what} A line more beside \`/dev\` would mount it.`;
const limits =
	'`runc spec` asks for none; the flags of `docker run` do. Ours has them where the caller may make groups: on cgroup v1, only root.';

/** Why our container differs from runc's, by property. */
export const why: Readonly<Record<string, string>> = {
	'Namespace: cgroup':
		'`runc spec` asks for one on cgroup v2 only. Ours always has one: `/proc/self/cgroup` should not tell where on the host it is.',
	'Namespace: net':
		'`runc spec --rootless` asks for none, as an ordinary user cannot connect it to the outside. Ours prefers no network to the host’s.',
	'Root: file system':
		'runc takes a directory that somebody else has made, as Docker does with an overlay. Ours makes the overlay itself.',
	'Root: writable':
		'With an overlay nothing that is written reaches the base, and a program that writes files works. `docker run` is writable for this reason, too; `--read-only` is runc’s default.',
	'Mount: /proc':
		'`runc spec` names no flags. Nothing in /proc is a device or a program to be started, so ours takes the stricter mount, as the host does.',
	'Mount: /dev/pts': devices(
		'programs that make terminals of their own (`script`, `tmux`, `sshd`) do not work in ours.',
	),
	'Mount: /dev/shm': devices('`shm_open` does not work in ours.'),
	'Mount: /dev/mqueue': devices('POSIX message queues have no directory in ours; they work.'),
	'Mount: /sys':
		'Left out: /sys shows the machine’s hardware, and few programs need it. runc shows it, but only to be read; to an ordinary user’s container that of the host, as it shares its network.',
	'Mount: /sys/fs/cgroup':
		'It would be in /sys. In ours nobody can read its own limits, and so nobody can try to change them.',
	'/sys/firmware': 'It would be in /sys.',
	Devices:
		'Without /dev/pts, /dev/shm and /dev/mqueue, see there; `stdin`, `stdout` and `stderr` are links to /proc/self/fd, and `fd` is enough for bash.',
	'Limit: cores': limits,
	'Limit: memory': limits,
	'Limit: processes': limits,
	'Host name': 'A name is for whoever reads the prompt; `docker run --hostname` sets it.',
	Network: 'As with the namespace: an ordinary user’s runc shares the network of the host.',
	Environment:
		'Both start from an empty environment. PS1 is our prompt; PWD, OLDPWD and SHLVL are set by the bash that becomes the command.',
};
