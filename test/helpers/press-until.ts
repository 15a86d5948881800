import type { OpenTerminal } from './open-terminal.ts';

/** Stands in place of the offers, until any key is pressed. */
const skipped = /^ *! Step /m;

/**
 * Presses Enter whenever the bottom line offers it, until the screen matches; a challenge, which Enter
 * would only look at again and again, is skipped.
 */
export async function pressUntil(terminal: OpenTerminal, pattern: RegExp): Promise<void> {
	const orOffer = new RegExp(`${pattern.source}|^ *Enter  |${skipped.source}`, 'm');
	for (let presses = 0; presses < 80; presses++) {
		const screen = await terminal.waitFor(orOffer, 20_000);
		if (pattern.test(screen)) {
			return;
		}

		if (/^ *Enter {2}check/m.test(screen)) {
			terminal.press('s');
			// It is the last step. That it was skipped is said while it is being performed already.
			await terminal.waitFor(/(finished|the end)$/m, 20_000);
		} else {
			terminal.press('\r');
			await terminal.waitForChange(screen, 20_000);
		}
	}

	throw new Error(`The screen never matched ${String(pattern)}. It was:\n${terminal.text()}`);
}
