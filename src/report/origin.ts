import type { Origin } from '../engine/origin.ts';

/** What every part of the screen that is recorded says of itself. */
export const recordedHeading = 'Recorded, not run here';

/** The machine, who, and when: `Debian GNU/Linux 12 (bookworm), kernel 6.1.0, cgroup v2, as root, 24 November 2026`. */
export function describeOrigin(on: Origin): string {
	return [on.distribution, kernelOf(on), cgroupsOf(on), whoOf(on), dayOf(on)].join(', ');
}

/** The same with less and less of it, for where there is less room. */
export function originsByLength(on: Origin): readonly string[] {
	// Without the code name: `Debian GNU/Linux 12`.
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

/** As it is where the clocks show UTC; a date that cannot be read stays as it is. */
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
