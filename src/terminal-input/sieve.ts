import { amongKeys, giveUp, type InputState, sift } from './control-strings.ts';

/**
 * Takes the control strings out of what a keyboard sends, read by read.
 *
 * @param late told what was held back and is a key after all, as nothing has followed
 */
export function createSieve(late: (keys: string) => void): (chunk: string) => string {
	let state: InputState = amongKeys;
	let timer: NodeJS.Timeout | undefined;

	function wait(): void {
		const awaited = state;
		clearTimeout(timer);
		if (awaited.givenUpAt === undefined) return;
		timer = setTimeout(() => {
			// On a busy machine it may be us who are late: the rest has come, and is read before this.
			setImmediate(() => {
				if (state !== awaited) return;
				const { state: next, keys } = giveUp(awaited, performance.now());
				state = next;
				if (keys !== '') late(keys);
			});
		}, awaited.givenUpAt - performance.now());
		timer.unref();
	}

	return (chunk) => {
		const sifted = sift(state, chunk, performance.now());
		state = sifted.state;
		wait();
		return sifted.keys;
	};
}
