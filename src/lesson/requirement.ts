/** What a step may need of the machine. Decided once, by trying, in `stage/probe`. */
export const requirements = [
	/** A private place: chroot, a mount namespace and, for an ordinary user, a user namespace. */
	'stage',
	/** A PID namespace with a procfs of its own. */
	'pid-namespace',
	/** Cgroups of our own with the cpu and memory controllers. */
	'limits',
	'cgroup-v1',
	'cgroup-v2',
	/** libcgroup's cgcreate, cgclassify, cgset and cgdelete. */
	'cgroup-tools',
	/** procps. */
	'ps',
	/** iproute2. */
	'ip',
	/** One busy core can only be told from "all cores" where there are two. */
	'two-cores',
] as const;

export type Requirement = (typeof requirements)[number];

/** A requirement, or `no-` and a requirement: this block is for machines without it. */
export type Condition = Requirement | `no-${Requirement}`;
