import type { OpenTerminal } from './open-terminal.ts';

/**
 * Presses Enter whenever the bottom line offers it, until the screen matches; a challenge, which Enter
 * would only look at again and again, is skipped.
 */
export async function pressUntil(terminal: OpenTerminal, pattern: RegExp): Promise<void> {
	// That a step was skipped stands in place of the offers, until any key is pressed.
	const orOffer = new RegExp(`${pattern.source}|^ *(Enter  |! Step )`, 'm');
	for (let presses = 0; presses < 80; presses++) {
		const screen = await terminal.waitFor(orOffer, 20_000);
		if (pattern.test(screen)) {
			return;
		}

		terminal.press(keyFor(screen));
		await terminal.waitForChange(screen, 20_000);
	}

	throw new Error(`The screen never matched ${String(pattern)}. It was:\n${terminal.text()}`);
}

const keyFor = (screen: string) => (/^ *Enter {2}check/m.test(screen) ? 's' : '\r');
