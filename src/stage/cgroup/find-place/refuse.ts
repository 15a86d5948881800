import { accessSync, constants } from 'node:fs';
import type { CgroupObstacle, FoundPlace } from '../../../machine/cgroup-place.ts';

/** No place, for this reason. */
export const refuse = (version: FoundPlace['version'], obstacle: CgroupObstacle): FoundPlace => ({
	version,
	place: { version: 'none' },
	obstacle,
});

/** Why we may not write to a directory; undefined where we may. */
export function writeObstacle(directory: string): CgroupObstacle | undefined {
	try {
		accessSync(directory, constants.W_OK);
		return undefined;
	} catch (error) {
		const { code = 'EACCES' } = error as NodeJS.ErrnoException;
		return { kind: 'not writable', directory, code };
	}
}
