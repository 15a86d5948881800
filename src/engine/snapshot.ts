/** One look at the kernel, read from procfs and the cgroup files. Plain data, so that it can be recorded. */
export type Snapshot = {
	readonly machine: Machine;
	/** How many processes the host runs that are not the stage's. */
	readonly otherProcesses: number;
	/** The stage's processes as the host sees them, by pid. Zombies are not listed. */
	readonly processes: readonly Process[];
	/** What `/proc` shows in each open terminal. */
	readonly views: readonly View[];
	/** The stage's cgroups, empty where it can have none. */
	readonly groups: readonly Group[];
	/**
	 * Mounts below the sandbox, in every mount namespace of the stage, without the stage's own; and
	 * those anywhere else that only a mount namespace has which a step made.
	 */
	readonly mounts: readonly Mount[];
	/** Files and links below the sandbox, not looking into mounts; of too many, those nearest to it. */
	readonly files: readonly File[];
};

/** A learner's tree has some hundred files; whoever unpacks a distribution needs no list of it. */
export const mostFiles = 2000;

export type Machine = {
	readonly cores: number;
	/** Bytes. */
	readonly memory: number;
	readonly kernel: string;
	/** As that of a program; undefined where it is neither `x86-64` nor `arm64`. */
	readonly architecture?: string | undefined;
};

/** See namespaces(7). */
export const namespaceKinds = [
	'mnt',
	'pid',
	'user',
	'cgroup',
	'uts',
	'ipc',
	'net',
	'time',
] as const;
export type NamespaceKind = (typeof namespaceKinds)[number];

export type Process = {
	readonly pid: number;
	readonly parent: number;
	/** The command line, arguments joined by single spaces. */
	readonly command: string;
	/** The terminal it was started from. */
	readonly terminal: string | undefined;
	/** Its `/`: a path relative to the sandbox, or `/` for the host's. */
	readonly root: string;
	/** The host's `/` is nowhere in its mount namespace: it has called pivot_root(2), and let go of the old root. */
	readonly hasLostOldRoot?: true;
	/** `NSpid` of /proc/PID/status: its number in each PID namespace, the host's first. */
	readonly pids: readonly number[];
	/** Inode numbers of /proc/PID/ns/*; those of the namespaces it shares with the host are left out. */
	readonly ownNamespaces: Readonly<Partial<Record<NamespaceKind, number>>>;
	/** The signals it has a handler for (`SigCgt` of /proc/PID/status): `SIGTERM`, … Not in older recordings. */
	readonly caught?: readonly string[];
	/** `CapEff` of /proc/PID/status: its effective capabilities, in hexadecimal. Recordings may lack it. */
	readonly capabilities?: string;
	/** `NoNewPrivs`: whatever it starts, it gains nothing by it. */
	readonly noNewPrivileges?: boolean;
	/** Only where its network namespace is one of its own. Not in older recordings. */
	readonly network?: Network;
};

/** What is in a network namespace, by /proc/PID/net. */
export type Network = {
	/** `lo`, `eth0`, … */
	readonly devices: readonly string[];
	/** Without those of `lo`: `10.0.0.2`. */
	readonly addresses: readonly string[];
	/** Where packets for anywhere else go. */
	readonly gateways: readonly string[];
	/** Addresses nearby that have told their hardware address. */
	readonly neighbours: readonly string[];
	/**
	 * Bytes a second that leave it, by any device but `lo`: on average since a look of half a second ago or more.
	 * Not known where there has been none within the last seconds.
	 */
	readonly sending?: number;
};

/** What of it is a list. */
export type NetworkList = Exclude<keyof Network, 'sending'>;

/** What a `ps` typed into a terminal would see. */
export type View = {
	readonly terminal: string;
	/** Pid of the shell that reads what is typed next, which is the innermost one. */
	readonly shell: number;
	/** Whose processes the `/proc` of that shell shows; `none`: nothing is mounted there. */
	readonly proc: 'none' | 'host' | 'own';
	/** The stage's processes among them: the number shown there, and the host's. */
	readonly processes: readonly {
		readonly shownAs: number;
		readonly pid: number;
		readonly command: string;
	}[];
	/** How many processes of the host, not of the stage, are shown. */
	readonly others: number;
};

/** A cgroup, whatever the version. On v1, `path` may stand for one directory per controller. */
export type Group = {
	/** Relative to the stage's own cgroup, as one types it: `container-group`. */
	readonly path: string;
	/** Controllers that have this group: `cpu`, `memory`, `pids`. */
	readonly controllers: readonly string[];
	/** Pids of the stage that are in it with every one of these controllers. */
	readonly members: readonly number[];
	readonly cpu: CpuLimit | undefined;
	readonly memory: MemoryLimit | undefined;
	/** Not in older recordings. */
	readonly pids?: PidsLimit | undefined;
	/** `frozen` of cgroup.events; v2 only. Not in older recordings. */
	readonly frozen?: boolean | undefined;
};

export type CpuLimit = {
	/** Microseconds of CPU time per period, or undefined for no quota. */
	readonly quota: number | undefined;
	/** Microseconds. */
	readonly period: number;
	/** `nr_throttled` of cpu.stat: periods in which it was stopped. */
	readonly throttled: number;
};

export type MemoryLimit = {
	/** Bytes, or undefined for no limit. */
	readonly limit: number | undefined;
	/** Bytes. */
	readonly usage: number;
	/** `oom_kill` of memory.events (v2) or memory.oom_control (v1). */
	readonly killed: number;
};

export type PidsLimit = {
	/** Processes and threads, or undefined for no limit. */
	readonly limit: number | undefined;
	/** `max` of pids.events: how often it had none left to give. */
	readonly refused: number;
};

export type Mount = {
	/** Relative to the sandbox; absolute outside of it. */
	readonly path: string;
	/** `proc`, `tmpfs`, … */
	readonly type: string;
	/** Inode number of the mount namespace it is in. */
	readonly namespace: number;
	/** True in the mount namespace of the stage, false in one that a step made. */
	readonly onStage: boolean;
};

export type File = {
	/** Relative to the sandbox. */
	readonly path: string;
	readonly kind: 'file' | 'directory' | 'link';
	/** Bytes; 0 for directories. */
	readonly size: number;
	/** Only where it is executable, and the kernel could start it. */
	readonly program?: Program;
};

/** What the kernel reads in a file that it is to start, see execve(2). */
export type Program =
	| {
			readonly kind: 'elf';
			readonly bits: 32 | 64;
			/** `x86-64`, `arm64`, … */
			readonly machine: string;
			/** The program that it wants to be started by; undefined for a static one. */
			readonly loader: string | undefined;
	  }
	/** The program that `#!` names. */
	| { readonly kind: 'script'; readonly interpreter: string };
