import type { Origin } from '../engine/words/origin.ts';

/** The heading of every part of the screen that is recorded. */
export const recordedHeading = 'Recorded, not run here';

/**
 * Returns the machine, the user and the date: `Debian GNU/Linux 12 (bookworm), kernel 6.1.0, cgroup
 * v2, as root, 24 November 2026`.
 */
export function describeOrigin(on: Origin): string {
	return [on.distribution, kernelOf(on), cgroupsOf(on), whoOf(on), dayOf(on)].join(', ');
}

/**
 * Returns shorter and shorter descriptions of an origin, the longest first, for where there is less
 * room.
 */
export function originsByLength(on: Origin): readonly string[] {
	// The name goes without the code name: `Debian GNU/Linux 12`.
	const name = on.distribution.replace(/ \(.*\)$/, '');
	return [
		describeOrigin(on),
		[name, kernelOf(on), cgroupsOf(on), whoOf(on), dayOf(on)].join(', '),
		[name, cgroupsOf(on), whoOf(on), dayOf(on)].join(', '),
		[name, dayOf(on)].join(', '),
		dayOf(on),
	];
}

function kernelOf({ kernel }: Origin): string {
	return `kernel ${kernel}`;
}

function cgroupsOf({ cgroup }: Origin): string {
	return cgroup === 'none' ? 'no limits' : `cgroup ${cgroup}`;
}

function whoOf({ uid }: Origin): string {
	return uid === 0 ? 'as root' : 'as an ordinary user';
}

/** Returns the day of a date in UTC; a date that cannot be read stays as it is. */
function dayOf({ date }: Origin): string {
	const time = new Date(date);
	return Number.isNaN(time.getTime()) ? date : dayFormat.format(time);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC',
});
