import { readMemberships } from '../cgroup-membership.ts';
import {
	type ControllerPlaces,
	controllers,
	type CgroupController,
	readControllerPlaces,
} from '../controllers.ts';
import type { MountLine } from '../mounts.ts';
import type { KernelFiles } from '../port/kernel-files.ts';
import { readText } from '../read.ts';

/** What there is of cgroups, whether or not we may use it. */
export type Cgroups = {
	readonly places: ControllerPlaces;
	readonly mounts: readonly CgroupMount[];
	/** Of the hierarchy with the memory controller, mounted or not, as the kernel tells every process. */
	readonly version: 'v1' | 'v2';
	/** Controllers that the kernel knows, but was told at its start to leave off. */
	readonly disabled: readonly CgroupController[];
};

export type CgroupMount = {
	readonly path: string;
	readonly version: 'v1' | 'v2';
	readonly isReadOnly: boolean;
};

export function readCgroups(files: KernelFiles, mounts: readonly MountLine[]): Cgroups {
	return {
		places: readControllerPlaces(files),
		mounts: cgroupMounts(mounts),
		version: readMemberships(files).some(({ controllers }) => controllers.includes('memory'))
			? 'v1'
			: 'v2',
		disabled: disabledControllers(readText(files, '/proc/cgroups') ?? ''),
	};
}

export function cgroupMounts(mounts: readonly MountLine[]): CgroupMount[] {
	return mounts
		.filter(({ type }) => type === 'cgroup' || type === 'cgroup2')
		.map(({ path, type, flags, options }) => ({
			path,
			version: type === 'cgroup' ? 'v1' : 'v2',
			isReadOnly: flags.includes('ro') || options.includes('ro'),
		}));
}

/** Whether both versions are used at once; see cgroups(7). */
export function isHybrid({ mounts, places }: Cgroups): boolean {
	const versions = new Set([
		...Object.values(places).flatMap((place) => (place === undefined ? [] : [place.version])),
		...mounts.filter(({ version }) => version === 'v2').map(({ version }) => version),
	]);
	return versions.size > 1;
}

/** The controllers whose last column in `/proc/cgroups` is 0; cgroups(7). */
export function disabledControllers(table: string): CgroupController[] {
	return controllers.filter((name) => new RegExp(`^${name}\\s.*\\s0$`, 'm').test(table));
}
