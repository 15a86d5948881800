import type { FoundPlace } from './cgroup-place.ts';
import type { Tools } from './tools.ts';

/**
 * How this user gets a place where mounts are allowed: as root, in a user namespace, or not at all.
 */
export type PrivilegeName = 'root' | 'rootless' | 'none';

/**
 * What was found out about this machine by trying. A trial that worked is undefined; one that was
 * refused has its command and what that printed.
 */
export type Trials = {
	/** Every tool that a lesson uses; undefined where it is missing. */
	readonly tools: Tools;
	/** How a stage gets its namespaces here; `none` where it cannot have any. */
	readonly privilege: PrivilegeName;
	/** The trial of chroot(2). */
	readonly chroot: Refused | undefined;
	/**
	 * The trials of a mount in a private mount namespace, one for each way that was refused; empty
	 * where one worked.
	 */
	readonly mount: readonly Refused[];
	/** The trial of a PID namespace with a procfs of its own. */
	readonly pidNamespace: Refused | undefined;
	/** The trial of giving up a capability for good. */
	readonly setpriv: Refused | undefined;
	/** The trial of becoming another user. */
	readonly otherUser: Refused | undefined;
	/** The trial of another root for a mount namespace. */
	readonly pivotRoot: Refused | undefined;
	/** The trial of removing a file from an overlay. */
	readonly overlay: Refused | undefined;
	/** The words that trace a program, or why none do. */
	readonly strace: { readonly command: readonly string[] } | Refused;
	/** The trial of a user namespace within the stage's; the next is that of a network namespace. */
	readonly userNamespace: Refused | undefined;
	readonly netNamespace: Refused | undefined;
	/**
	 * The trial of a bridge with a pair of devices; undefined also where there is no ip(8) to try it.
	 */
	readonly bridge: Refused | undefined;
	/** The trial of a queue at a device; undefined also where there is no tc(8) to try it. */
	readonly tc: Refused | undefined;
	readonly ping: Refused | undefined;
	/** The trial of a container that runc starts; undefined also where there is no runc to try it. */
	readonly runc: Refused | undefined;
	/**
	 * The trial of a container that bwrap starts; undefined also where there is no bwrap to try it.
	 */
	readonly bwrap: Refused | undefined;
	readonly timeNamespace: Refused | undefined;
	readonly cgroup: FoundPlace;
};

/** A command that was tried and refused, and what it printed on standard error. */
export type Refused = { readonly command: string; readonly words: string };
