import { amongKeys, giveUp, type InputState, sift } from './control-strings.ts';

/**
 * Creates a function that takes the control strings out of a keyboard's input, read by read.
 *
 * @param late Called with what was held back and is a key after all, as nothing has followed it.
 */
export function createSieve(late: (keys: string) => void): (chunk: string) => string {
	let state: InputState = amongKeys;
	let timer: NodeJS.Timeout | undefined;

	function wait(): void {
		const awaited = state;
		clearTimeout(timer);
		if (awaited.givenUpAt === undefined) {
			return;
		}
		timer = setTimeout(() => {
			// On a busy machine this program itself may be late: the rest has come, and is read before
			// this.
			setImmediate(() => {
				if (state !== awaited) {
					return;
				}
				const { state: next, keys } = giveUp(awaited, performance.now());
				state = next;
				if (keys !== '') {
					late(keys);
				}
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
