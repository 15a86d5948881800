import type { InstallOffer } from '../course.ts';
import type { Line } from './line.ts';
import { hanging, span } from './line.ts';

/** What `i` would run, word for word; nothing in other lessons than the one that is better with it. */
export function offerLines(
	offer: InstallOffer | undefined,
	lesson: string | undefined,
	width: number,
): Line[] {
	if (!offer || offer.lesson !== lesson) return [];
	const why = `${offer.package} is not installed; this lesson is better with it.`;
	return [
		...hanging([], why, 'plain', width),
		...hanging([span('i', 'key'), span(' runs ', 'dim')], offer.command, 'command', width),
	];
}
