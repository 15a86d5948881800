import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

/** A line of /proc/PID/cgroup, cgroups(7): one for each v1 hierarchy, and one for v2. */
export type Membership = {
	/** What is mounted together: `cpu` and `cpuacct`, or `name=systemd`; none for v2. */
	readonly controllers: readonly string[];
	/** From the root of our cgroup namespace; begins with `/..` outside it. */
	readonly path: string;
};

/** The names with which a v1 controller's hierarchy is mounted, as mount(8) wants them: `cpu,cpuacct`. */
export function hierarchyOf(files: KernelFiles, controller: string): string {
	const membership = membershipIn(readMemberships(files), controller);
	return membership?.controllers.join(',') ?? controller;
}

/** The cgroups of the reading process. */
export function readMemberships(files: KernelFiles): Membership[] {
	return parseMemberships(readText(files, '/proc/self/cgroup') ?? '');
}

/** The membership in a v1 controller's hierarchy, or in that of v2 for undefined. */
export function membershipIn(
	memberships: readonly Membership[],
	controller: string | undefined,
): Membership | undefined {
	return memberships.find(({ controllers }) =>
		controller === undefined ? controllers.length === 0 : controllers.includes(controller),
	);
}

/** Parses lines of `ID:CONTROLLERS:PATH`, where the path may hold colons. */
export function parseMemberships(text: string): Membership[] {
	return [...text.matchAll(/^\d+:([^:]*):(.*)$/gm)].map(([, controllers = '', path = '']) => ({
		controllers: controllers.split(',').filter(Boolean),
		path,
	}));
}
