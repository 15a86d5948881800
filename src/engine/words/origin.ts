/** Where and when a run was recorded. */
export type Origin = {
	/** `PRETTY_NAME` of os-release(5). */
	readonly distribution: string;
	/** As `uname -r` says it. */
	readonly kernel: string;
	/** `v1`, `v2`, or `none` where there are no limits. */
	readonly cgroup: string;
	/** Of who ran it: 0 is root. */
	readonly uid: number;
	/** When it began, ISO 8601 in UTC. */
	readonly date: string;
};

/** What a machine has in common with that of a recording, or has not. */
export type Likeness = { readonly cgroup: string; readonly isRoot: boolean };

/**
 * The most alike first: the same cgroup version spells the commands as they are typed here, the same
 * kind of user may do the same. Else an ordinary user on v2, which is what most machines have.
 */
export function inOrderOfLikeness<Run extends { readonly on: Origin }>(
	runs: readonly Run[],
	{ cgroup, isRoot }: Likeness,
): readonly Run[] {
	const rank = ({ on }: Run) =>
		(on.cgroup === cgroup ? 8 : 0) +
		((on.uid === 0) === isRoot ? 4 : 0) +
		(on.cgroup === 'v2' ? 2 : 0) +
		(on.uid === 0 ? 0 : 1);
	return runs.toSorted((one, other) => rank(other) - rank(one));
}
