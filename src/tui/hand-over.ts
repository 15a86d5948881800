import type { Console } from '../engine/words/console.ts';
import { openConsole } from './console.ts';

/** Takes the terminal from Ink for as long as the task lasts. */
export type HandOver = (task: (console: Console) => Promise<void>) => Promise<void>;

export type Suspend = (callback: () => Promise<void>) => Promise<void>;

/** @param suspend how Ink lets go, once it draws */
export function createHandOver(suspend: () => Suspend | undefined): HandOver {
	return async (task) => {
		await suspend()?.(async () => {
			// Only then has Ink's own listener gone; before, it would still take the first keys.
			await new Promise((resolve) => setImmediate(resolve));
			// Until Ink has it back, also while we look what has changed: Ctrl-C must not end us.
			process.stdin.setRawMode(true);
			try {
				await task(openConsole(process));
			} finally {
				process.stdin.setRawMode(false);
			}
		});
	};
}
