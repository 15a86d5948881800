import { join } from 'node:path';
import { membershipIn, readMemberships, type Membership } from './cgroup-membership.ts';
import { readMounts, type MountLine } from './mounts.ts';
import { isWithin, pathBelow } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { readText } from './read.ts';

/** The controllers that the lessons limit with. */
export const controllers = ['cpu', 'memory', 'pids'] as const;
export type CgroupController = (typeof controllers)[number];

/** Where the hierarchy of a controller is mounted, and where we are in it. */
export type ControllerPlace = {
	readonly version: 'v1' | 'v2';
	/** The directory where its hierarchy is mounted. */
	readonly mount: string;
	/** The directory of our own cgroup; undefined where the mount does not reach it. */
	readonly own: string | undefined;
};

export type ControllerPlaces = Readonly<Record<CgroupController, ControllerPlace | undefined>>;

/** Where each controller is on this machine; undefined for nowhere. */
export function readControllerPlaces(files: KernelFiles): ControllerPlaces {
	return placeControllers(readMounts(files, 'self'), readMemberships(files), (mount) =>
		(readText(files, join(mount, 'cgroup.controllers')) ?? '').trim().split(/\s+/),
	);
}

/**
 * Where each controller is. Each is looked up by itself, because hybrids exist: v1 hierarchies beside a v2 mount that
 * has no controllers is one of them.
 * @param controllersOf What `cgroup.controllers` of a v2 mount lists.
 */
export function placeControllers(
	mounts: readonly MountLine[],
	memberships: readonly Membership[],
	controllersOf: (mount: string) => readonly string[],
): ControllerPlaces {
	const v1 = mounts.filter(({ type }) => type === 'cgroup');
	const v2 = mounts.filter(({ type }) => type === 'cgroup2');
	const place = (controller: CgroupController): ControllerPlace | undefined =>
		choose(
			'v1',
			v1.filter(({ options }) => options.includes(controller)),
			membershipIn(memberships, controller),
		) ??
		choose(
			'v2',
			v2.filter(({ path }) => controllersOf(path).includes(controller)),
			membershipIn(memberships, undefined),
		);
	return { cpu: place('cpu'), memory: place('memory'), pids: place('pids') };
}

/** One hierarchy may be mounted in several places; we take the first in which we are. */
function choose(
	version: 'v1' | 'v2',
	mounts: readonly MountLine[],
	membership: Membership | undefined,
): ControllerPlace | undefined {
	const places = mounts.map((mount) => ({
		version,
		mount: mount.path,
		own: membership && ownDirectory(mount, membership.path),
	}));
	return places.find(({ own }) => own !== undefined) ?? places[0];
}

/** A container may be given a mount that begins at its own cgroup: then its path is not below the mount. */
function ownDirectory(mount: MountLine, path: string): string | undefined {
	return isWithin(path, mount.root) ? join(mount.path, pathBelow(path, mount.root)) : undefined;
}
