import { amongKeys, giveUp, type Place, sift } from './control-strings.ts';

/**
 * Takes the control strings out of what a keyboard sends, read by read.
 *
 * @param late told what was held back and is a key after all, as nothing has followed
 */
export function createSieve(late: (keys: string) => void): (chunk: string) => string {
	let place: Place = amongKeys;
	let timer: NodeJS.Timeout | undefined;

	function wait(): void {
		const awaited = place;
		clearTimeout(timer);
		if (awaited.givenUpAt === undefined) return;
		timer = setTimeout(() => {
			// On a busy machine it may be us who are late: the rest has come, and is read before this.
			setImmediate(() => {
				if (place !== awaited) return;
				const { place: next, keys } = giveUp(awaited, performance.now());
				place = next;
				if (keys !== '') late(keys);
			});
		}, awaited.givenUpAt - performance.now());
		timer.unref();
	}

	return (chunk) => {
		const sifted = sift(place, chunk, performance.now());
		place = sifted.place;
		wait();
		return sifted.keys;
	};
}
