import { setTimeout as sleep } from 'node:timers/promises';
import { FactError } from './fact-value.ts';
import { fillIn, hasFacts } from './fill-in.ts';
import type { Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** Seconds between two looks. */
const interval = 0.05;
/** At least so many: where a look takes long, so does what it waits for. */
const fewestLooks = 12;

/**
 * Looks until what is seen will do, because commands return before the kernel is done: a job in the
 * background has yet to start its program, a killed process has yet to go. In the end the last look counts.
 */
export async function observeUntil<Seen>(
	run: Pick<Run, 'host' | 'patience' | 'signal'>,
	look: (snapshot: Snapshot) => Seen,
	isEnough: (seen: Seen) => boolean,
): Promise<{ readonly snapshot: Snapshot; readonly seen: Seen }> {
	const deadline = performance.now() + run.patience.settle * 1000;
	for (let looks = 1; ; looks++) {
		const snapshot = await run.host.observe();
		const seen = look(snapshot);
		const isOver = performance.now() >= deadline && looks >= fewestLooks;
		if (isEnough(seen) || run.signal.aborted || isOver) {
			return { snapshot, seen };
		}

		await sleep(interval * 1000);
	}
}

/** The text filled in with what is so now. Throws a FactError where it stays unknown. */
export async function askFor(run: Run, text: string): Promise<string> {
	if (!hasFacts(text)) {
		return text;
	}

	const { seen } = await observeUntil(run, attempt, (answer) => typeof answer === 'string');
	if (seen instanceof FactError) {
		throw seen;
	}

	return seen;

	function attempt(snapshot: Snapshot): string | FactError {
		try {
			return fillIn(text, snapshot);
		} catch (error) {
			if (error instanceof FactError) {
				return error;
			}

			throw error;
		}
	}
}
