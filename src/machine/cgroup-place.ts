/** Where on this machine a stage's cgroup can be; `stage/cgroup/find-place.ts` finds it. */
export type CgroupPlace =
	/** The program's directory in the hierarchy of each controller, by the controller's name. */
	| { readonly version: 'v1'; readonly parents: Readonly<Record<string, string>> }
	/** A directory in which one is made, or a scope that systemd makes. */
	| { readonly version: 'v2'; readonly scope: false; readonly parent: string }
	| { readonly version: 'v2'; readonly scope: true }
	| { readonly version: 'none' };

/** Where a stage's cgroup can be, or what stands in the way. */
export type FoundPlace = {
	/** The version that the cpu and memory controllers are on, whether or not they may be used. */
	readonly version: 'v1' | 'v2' | 'none';
	readonly place: CgroupPlace;
	/** What stands in the way; undefined where there is a place. */
	readonly obstacle: CgroupObstacle | undefined;
};

/** What stands in the way of a cgroup; `cgroup-obstacle.ts` says it in sentences. */
export type CgroupObstacle =
	| { readonly kind: 'not mounted' }
	/** The cpu and the memory controller are in hierarchies of different versions. */
	| { readonly kind: 'split'; readonly cpu: string; readonly memory: string }
	/**
	 * The directory may not be written to. `code` is the errno of access(2): EROFS for a mount,
	 * EACCES for the owner.
	 */
	| { readonly kind: 'not writable'; readonly directory: string; readonly code: string }
	/**
	 * The mount shows more than the cgroup namespace of this process, and no process can be moved out
	 * of that.
	 */
	| { readonly kind: 'outside'; readonly directory: string }
	/** In a user namespace, the hierarchies of v1 cannot be mounted anew. */
	| { readonly kind: 'user namespace' }
	/** Only these controllers may be enabled below a cgroup; they are separated by blanks. */
	| { readonly kind: 'not handed on'; readonly directory: string; readonly controllers: string }
	| { readonly kind: 'no systemd' }
	/** systemd-run could not make a scope, and printed these words. */
	| { readonly kind: 'no scope'; readonly words: string }
	/** Only these controllers are delegated to the scope; they are separated by blanks. */
	| { readonly kind: 'not delegated'; readonly controllers: string };
