import { createSieve } from '../terminal-input/sieve.ts';

/** The character that Ctrl-C sends. */
export const interruptKey = '\u0003';

/**
 * Reads the next of these keys, or Ctrl-C, that is pressed on the terminal. All others are ignored,
 * and so are pasted text and what the terminal itself sends.
 *
 * @returns undefined where the signal was aborted, or the terminal is gone
 */
export function readKey(
	wanted: readonly string[],
	signal: AbortSignal,
): Promise<string | undefined> {
	const { stdin } = process;
	return new Promise((resolve) => {
		// What the sieve releases late can only be Esc, which is never wanted here.
		const sieve = createSieve(() => undefined);
		const onData = (data: Buffer) => {
			const key = sieve(data.toString());
			if (key === interruptKey || wanted.includes(key)) {
				settle(key);
			}
		};
		const onEnd = () => {
			settle(undefined);
		};
		const settle = (key: string | undefined) => {
			stdin.off('data', onData).off('end', onEnd).off('error', onEnd);
			signal.removeEventListener('abort', onEnd);
			stdin.setRawMode(false);
			stdin.pause();
			resolve(key);
		};
		if (signal.aborted) {
			resolve(undefined);
			return;
		}

		stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
		signal.addEventListener('abort', onEnd);
		stdin.setRawMode(true);
		stdin.resume();
	});
}
