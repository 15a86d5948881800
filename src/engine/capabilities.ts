import type { Requirement } from '../lesson/requirement.ts';

/** Why something is not to be had here, and what would help. Both are sentences. */
export type Missing = { readonly cause: string; readonly fix: string };

/** What this machine allows, decided once by trying. */
export type Capabilities = {
	readonly provides: ReadonlySet<Requirement>;
	/** Every requirement that is not provided. */
	readonly missing: ReadonlyMap<Requirement, Missing>;
};

/** The version that the controllers are on, as recordings call it. */
export function cgroupOf({ provides }: Capabilities): 'v1' | 'v2' | 'none' {
	return provides.has('cgroup-v1') ? 'v1' : provides.has('cgroup-v2') ? 'v2' : 'none';
}
