/** A stage's own cgroup, as absolute directories on the host. */
export type StageCgroup =
	/** One for each controller's hierarchy. */
	| { readonly version: 'v1'; readonly directories: Readonly<Record<string, string>> }
	| { readonly version: 'v2'; readonly directory: string }
	| { readonly version: 'none' };

/** How something is made for a stage's cgroup of each version. */
export type CgroupMakers<Made> = {
	/** @param directories One for each controller's hierarchy. */
	readonly v1: (directories: Readonly<Record<string, string>>) => Made;
	readonly v2: (directory: string) => Made;
	readonly none: () => Made;
};

/** What the maker for the cgroup's version makes; nothing else asks a stage's cgroup for its version. */
export function byVersion<Made>(cgroup: StageCgroup, makers: CgroupMakers<Made>): Made {
	switch (cgroup.version) {
		case 'v1':
			return makers.v1(cgroup.directories);
		case 'v2':
			return makers.v2(cgroup.directory);
		case 'none':
			return makers.none();
	}
}
