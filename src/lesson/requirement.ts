/** What a step may need of the machine. Each is decided once, by trying, in `stage/trials.ts`. */
export const requirements = [
	/**
	 * A directory of the stage's own with terminals in it, which takes bash and coreutils. Every
	 * command needs it.
	 */
	'stage',
	/** chroot(2), as root or in a user namespace. */
	'chroot',
	/** mount(2) in a private mount namespace. */
	'mount',
	/** A PID namespace with a procfs of its own. */
	'pid-namespace',
	/** pivot_root(2) and the tool of that name, in a private mount namespace. */
	'pivot-root',
	/** overlayfs, in a private mount namespace. */
	'overlay',
	/** A user namespace within that of the stage. */
	'user-namespace',
	/** A network namespace, and the right to set up what is in it. */
	'net-namespace',
	/** A bridge and pairs of devices (veth) in a network namespace. */
	'bridge',
	/** The tc(8) of iproute2, and a queue that holds packets up (tbf), in a network namespace. */
	'tc',
	/** A time namespace, and the right to set its clocks. */
	'time-namespace',
	/** Cgroups of the stage's own with the cpu and memory controllers. */
	'limits',
	'cgroup-v1',
	'cgroup-v2',
	/** libcgroup's cgcreate, cgclassify, cgset and cgdelete. */
	'cgroup-tools',
	/** util-linux's lsns, nsenter, ipcmk and ipcs. */
	'namespace-tools',
	/** hostname(1), which also sets the name. */
	'hostname',
	/** The taskset(1) of util-linux. */
	'taskset',
	/** tar(1) as GNU has it, and gzip(1). */
	'tar',
	/** runc(8), which starts containers here: what Docker and containerd call. */
	'runc',
	/** bwrap(1), which starts containers here: what Flatpak calls. */
	'bwrap',
	/** ldd(1). */
	'ldd',
	/** ps(1) and others of procps. */
	'ps',
	/** ip(8) of iproute2. */
	'ip',
	/** The ping(1) of iputils, and the right to use it in a network namespace. */
	'ping',
	/** The setpriv(1) of util-linux, and the right to give up capabilities by it. */
	'setpriv',
	/** A second user to become, which a user namespace with one user in it does not have. */
	'other-users',
	/** Programs may still gain privileges when they are started: no_new_privs is not set. */
	'new-privileges',
	/** perl(1), to make a system call by its number, on an architecture whose numbers the lessons know. */
	'perl',
	/** Tracing with strace(1), so that it can be shown what the steps ask of the kernel. */
	'strace',
	/** Two cores: with one, a busy core cannot be told from "all cores". */
	'two-cores',
] as const;

/** The name of a requirement. */
export type Requirement = (typeof requirements)[number];

/**
 * A requirement that a block is for, or `no-` and a requirement, where it is for machines without
 * it.
 */
export type Condition = Requirement | `no-${Requirement}`;
