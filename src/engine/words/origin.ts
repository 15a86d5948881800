/** Where and when a run was recorded. */
export type Origin = {
	/** The distribution: `PRETTY_NAME` of os-release(5). */
	readonly distribution: string;
	/** The kernel, as `uname -r` prints it. */
	readonly kernel: string;
	/** The version of cgroups: `v1`, `v2`, or `none` where there are no limits. */
	readonly cgroup: string;
	/** The user who ran it: 0 is root. */
	readonly uid: number;
	/** The time at which the run began, ISO 8601 in UTC. */
	readonly date: string;
};

/** The two things by which a machine is like that of a recording, or unlike it. */
export type Likeness = { readonly cgroup: string; readonly isRoot: boolean };

/**
 * Returns runs by how much their machine is like this one, the most alike first. On the same
 * version of cgroups commands are spelled as they are typed here, and the same kind of user may do
 * the same. Otherwise an ordinary user on v2 comes first, which is what most machines have.
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
