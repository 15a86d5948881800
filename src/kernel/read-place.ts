import { dirname } from 'node:path';
import type { FileReading } from '../engine/words/reading.ts';
import type { StageCgroup } from './limits/stage-cgroup.ts';
import { stageGroups } from './limits/stage-groups.ts';
import { isWithin, pathBelow } from './paths.ts';
import type { KernelFiles } from './port/kernel-files.ts';
import { isLive, readStat } from './processes.ts';
import { isThere } from './read.ts';

/** A file of the kernel's, or where a link points, under the path that someone on the stage would name. */
export function readPlace(files: KernelFiles, path: string, cgroup: StageCgroup): FileReading {
	const place = pathOnHost(files, path, cgroup);
	if (place === undefined) {
		return { place: path, found: 'gone', text: noGroups };
	}
	try {
		return files.readStats(place).kind === 'link'
			? { place, found: 'link', text: files.readLink(place) }
			: { place, found: 'text', text: files.readText(place).replaceAll('\0', ' ') };
	} catch (error) {
		return { place, found: 'gone', text: whyNot(files, place, error as NodeJS.ErrnoException) };
	}
}

/** The stage's `/sys/fs/cgroup` begins at its own cgroup; all other paths are the host's. */
function pathOnHost(files: KernelFiles, path: string, cgroup: StageCgroup): string | undefined {
	return isWithin(path, '/sys/fs/cgroup')
		? stageGroups(files, cgroup).pathOnHost(pathBelow(path, '/sys/fs/cgroup'))
		: path;
}

const noGroups = 'The sandbox has no cgroup by this name.';

function whyNot(
	files: KernelFiles,
	place: string,
	{ code, message }: NodeJS.ErrnoException,
): string {
	const pid = /^\/proc\/(\d+)\//.exec(place)?.[1];
	if (pid !== undefined && !isLive(readStat(files, Number(pid)))) {
		return `Process ${pid} has ended.`;
	}
	if (code === 'EACCES' || code === 'EPERM') {
		return 'You may not read this file.';
	}
	if (code !== 'ENOENT' && code !== 'ENODEV') {
		return `It cannot be read: ${message}.`;
	}
	return isWithin(place, '/sys/fs/cgroup') && !isThere(files, dirname(place))
		? `The group is gone: there is no ${dirname(place)}.`
		: 'There is no such file.';
}
