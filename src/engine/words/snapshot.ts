/** One look at the kernel, read from procfs and the cgroup files. Plain data, so that it can be recorded. */
export type Snapshot = {
	readonly machine: Machine;
	/** The number of processes on the host that are not the stage's. */
	readonly otherProcesses: number;
	/** The stage's processes as the host sees them, by pid, without zombies. */
	readonly processes: readonly Process[];
	/** The processes that `/proc` shows in each open terminal. */
	readonly views: readonly TerminalView[];
	/** The stage's cgroups; empty where it can have none. */
	readonly groups: readonly Group[];
	/**
	 * The mounts below the sandbox, in every mount namespace of the stage, without the stage's own;
	 * and those anywhere else that only a mount namespace made by a step has.
	 */
	readonly mounts: readonly Mount[];
	/**
	 * The files and links below the sandbox, without those in mounts; of too many, those nearest to
	 * it.
	 */
	readonly files: readonly File[];
};

/**
 * The number of files that a snapshot lists at most: a learner's tree has some hundred, and nobody
 * needs a list of a distribution that was unpacked.
 */
export const mostFiles = 2000;

/** The machine that runs the stage. */
export type Machine = {
	readonly cores: number;
	/** The size of its memory, in bytes. */
	readonly memory: number;
	readonly kernel: string;
	/**
	 * The architecture, as a program names it; undefined where it is neither `x86-64` nor `arm64`.
	 */
	readonly architecture?: string | undefined;
};

/** The kinds of namespaces, by their names in /proc/PID/ns; see namespaces(7). */
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
/** The name of a kind of namespace, as /proc/PID/ns has it. */
export type NamespaceKind = (typeof namespaceKinds)[number];

/** A process of the stage. */
export type Process = {
	readonly pid: number;
	readonly parent: number;
	/** The command line, with its arguments joined by single spaces. */
	readonly command: string;
	/** The terminal that it was started from. */
	readonly terminal: string | undefined;
	/** Its `/`, as a path relative to the sandbox; `/` is the host's. */
	readonly root: string;
	/**
	 * True where the host's `/` is nowhere in its mount namespace: it has called pivot_root(2), and
	 * unmounted the old root.
	 */
	readonly hasLostOldRoot?: true;
	/** Its number in each PID namespace, the host's first: `NSpid` of /proc/PID/status. */
	readonly pids: readonly number[];
	/** The inode numbers in /proc/PID/ns of the namespaces that it does not share with the host. */
	readonly ownNamespaces: Readonly<Partial<Record<NamespaceKind, number>>>;
	/**
	 * The signals that it has a handler for, such as `SIGTERM`: `SigCgt` of /proc/PID/status. Older
	 * recordings have none.
	 */
	readonly caught?: readonly string[];
	/**
	 * Its effective capabilities, in hexadecimal: `CapEff` of /proc/PID/status. Recordings may lack
	 * it.
	 */
	readonly capabilities?: string;
	/** Whether it gains nothing by the programs that it starts: `NoNewPrivs` of /proc/PID/status. */
	readonly noNewPrivileges?: boolean;
	/**
	 * Its network, only where its network namespace is not the host's. Older recordings have none.
	 */
	readonly network?: Network;
};

/** The contents of a network namespace, by /proc/PID/net. */
export type Network = {
	/** The names of its devices, such as `lo` and `eth0`. */
	readonly devices: readonly string[];
	/** The addresses, such as `10.0.0.2`, without those of `lo`. */
	readonly addresses: readonly string[];
	/** The addresses that packets for anywhere else are sent to. */
	readonly gateways: readonly string[];
	/** The addresses nearby that have told their hardware address. */
	readonly neighbours: readonly string[];
	/**
	 * The bytes that leave it in a second, by any device but `lo`: the average since a look of half a
	 * second ago or more. Undefined where there was no such look within the last seconds.
	 */
	readonly sending?: number;
};

/** A property of a network that is a list. */
export type NetworkList = Exclude<keyof Network, 'sending'>;

/** What a `ps` typed into a terminal would show. */
export type TerminalView = {
	readonly terminal: string;
	/** The pid of the shell that reads what is typed next, which is the innermost one. */
	readonly shell: number;
	/** Whose processes the `/proc` of that shell shows; `none` where nothing is mounted there. */
	readonly proc: 'none' | 'host' | 'own';
	/** The stage's processes that are shown, with the number shown there and the host's. */
	readonly processes: readonly {
		readonly shownAs: number;
		readonly pid: number;
		readonly command: string;
	}[];
	/** The number of processes shown that are not the stage's. */
	readonly others: number;
};

/** A cgroup, on either version. On v1, `path` may stand for one directory in each controller. */
export type Group = {
	/** Its path relative to the stage's own cgroup, as it is typed: `container-group`. */
	readonly path: string;
	/** The controllers that have this group, such as `cpu`, `memory` and `pids`. */
	readonly controllers: readonly string[];
	/** The pids of the stage's processes that are in it with every one of these controllers. */
	readonly members: readonly number[];
	readonly cpu: CpuLimit | undefined;
	readonly memory: MemoryLimit | undefined;
	/** Older recordings have none. */
	readonly pids?: PidsLimit | undefined;
	/** Whether it is frozen: `frozen` of cgroup.events, on v2 only. Older recordings have none. */
	readonly frozen?: boolean | undefined;
};

/** The limit on the CPU time of a group. */
export type CpuLimit = {
	/** The CPU time in each period, in microseconds; undefined where there is no quota. */
	readonly quota: number | undefined;
	/** The length of a period, in microseconds. */
	readonly period: number;
	/** The number of periods in which it was stopped: `nr_throttled` of cpu.stat. */
	readonly throttled: number;
};

/** The limit on the memory of a group. */
export type MemoryLimit = {
	/** The limit in bytes; undefined where there is none. */
	readonly limit: number | undefined;
	/** The memory in use, in bytes. */
	readonly usage: number;
	/**
	 * The number of processes that were killed for memory: `oom_kill` of memory.events (v2) or
	 * memory.oom_control (v1).
	 */
	readonly killed: number;
};

/** The limit on the number of processes in a group. */
export type PidsLimit = {
	/** The number of processes and threads; undefined where there is no limit. */
	readonly limit: number | undefined;
	/** How often a new one was refused: `max` of pids.events. */
	readonly refused: number;
};

/** A mount in a mount namespace of the stage. */
export type Mount = {
	/** Its path, relative to the sandbox, or absolute outside of it. */
	readonly path: string;
	/** The type of its file system, such as `proc` or `tmpfs`. */
	readonly type: string;
	/** The inode number of the mount namespace that it is in. */
	readonly namespace: number;
	/** True in the mount namespace of the stage, false in one that a step made. */
	readonly onStage: boolean;
};

/** A file, directory or link below the sandbox. */
export type File = {
	/** Its path, relative to the sandbox. */
	readonly path: string;
	readonly kind: 'file' | 'directory' | 'link';
	/** Its size in bytes; 0 for directories. */
	readonly size: number;
	/** What the kernel reads in it; only where it is executable and the kernel could start it. */
	readonly program?: Program;
};

/** What the kernel reads in a file that it is to start; see execve(2). */
export type Program =
	| {
			readonly kind: 'elf';
			readonly bits: 32 | 64;
			/** The architecture, such as `x86-64` or `arm64`. */
			readonly machine: string;
			/** The program that it wants to be started by; undefined for a static one. */
			readonly loader: string | undefined;
	  }
	/** A script, with the program that its `#!` names. */
	| { readonly kind: 'script'; readonly interpreter: string };
