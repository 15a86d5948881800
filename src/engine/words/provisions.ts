import type { Requirement } from '../../lesson/requirement.ts';

/** Why something is not to be had here, and what would help, each in sentences. */
export type Missing = { readonly cause: string; readonly fix: string };

/** What this machine allows, which is decided once, by trying. */
export type Provisions = {
	readonly provides: ReadonlySet<Requirement>;
	/** The reason for every requirement that is not provided. */
	readonly missing: ReadonlyMap<Requirement, Missing>;
};

/** Returns the version of cgroups that the controllers are on, as recordings call it. */
export function cgroupOf({ provides }: Provisions): 'v1' | 'v2' | 'none' {
	return provides.has('cgroup-v1') ? 'v1' : provides.has('cgroup-v2') ? 'v2' : 'none';
}
