import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reading } from '../engine/reading.ts';
import type { StageCgroup } from './limits/stage-cgroup.ts';
import { isWithin, pathBelow } from './paths.ts';
import { isLive, readStat } from './processes.ts';

/** Reads a file of the kernel's, or where a link points, as someone on the stage would name it. */
export function readPlace(path: string, cgroup: StageCgroup): Reading {
	const place = placeOnHost(path, cgroup);
	if (place === undefined) return { place: path, found: 'gone', text: noGroups };
	try {
		return lstatSync(place).isSymbolicLink()
			? { place, found: 'link', text: readlinkSync(place) }
			: { place, found: 'text', text: readFileSync(place, 'utf8').replaceAll('\0', ' ') };
	} catch (error) {
		return { place, found: 'gone', text: whyNot(place, error as NodeJS.ErrnoException) };
	}
}

/** The stage's `/sys/fs/cgroup` begins at its own cgroup; all other paths are the host's. */
function placeOnHost(path: string, cgroup: StageCgroup): string | undefined {
	const below = pathBelow(path, '/sys/fs/cgroup');
	if (!isWithin(path, '/sys/fs/cgroup')) return path;
	switch (cgroup.version) {
		case 'v2':
			return `${cgroup.directory}/${below}`;
		case 'v1': {
			const [controller = '', ...rest] = below.split('/');
			const directory = cgroup.directories[controller];
			return directory && [directory, ...rest].join('/');
		}

		case 'none':
			return undefined;
	}
}

const noGroups = 'The sandbox has no cgroup by this name.';

function whyNot(place: string, { code, message }: NodeJS.ErrnoException): string {
	const pid = /^\/proc\/(\d+)\//.exec(place)?.[1];
	if (pid !== undefined && !isLive(readStat(Number(pid)))) return `Process ${pid} has ended.`;
	if (code === 'EACCES' || code === 'EPERM') return 'You may not read this file.';
	if (code !== 'ENOENT' && code !== 'ENODEV') return `It cannot be read: ${message}.`;
	return isWithin(place, '/sys/fs/cgroup') && !exists(dirname(place))
		? `The group is gone: there is no ${dirname(place)}.`
		: 'There is no such file.';
}

function exists(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
