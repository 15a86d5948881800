import { setTimeout as delay } from 'node:timers/promises';

/** How long is waited at most, in milliseconds: what a shell has started may stay as it is, or be held up in the kernel. */
const patience = 2000;

/** Waits as long as something is so, for two seconds at most; not once the signal is aborted. */
export async function waitWhile(isSo: () => boolean, signal: AbortSignal): Promise<void> {
	const deadline = performance.now() + patience;
	while (isSo() && performance.now() < deadline && !signal.aborted) {
		await delay(10);
	}
}
