import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownError } from '../../text/known-error.ts';
import { isUnknownFact } from '../judge/fact-value.ts';
import { fillIn, hasFacts } from '../judge/fill-in.ts';
import type { Run } from './run.ts';
import type { Snapshot } from '../words/snapshot.ts';

/**
 * The least number of looks before giving up: where a look takes long, so does what is waited for.
 */
const fewestLooks = 12;

/**
 * Looks until `isEnough` accepts what is seen, because commands return before the kernel is done: a
 * job in the background has yet to start its program, a killed process has yet to go. When the time
 * is over, the last look is returned.
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

		await sleep(run.patience.look * 1000);
	}
}

/** Returns the text filled in with what is so now. Throws a KnownError where that stays unknown. */
export async function askFor(run: Run, text: string): Promise<string> {
	if (!hasFacts(text)) {
		return text;
	}

	const { seen } = await observeUntil(run, attempt, (answer) => typeof answer === 'string');
	if (isUnknownFact(seen)) {
		throw seen;
	}

	return seen;

	function attempt(snapshot: Snapshot): string | KnownError {
		try {
			return fillIn(text, snapshot);
		} catch (error) {
			if (isUnknownFact(error)) {
				return error;
			}

			throw error;
		}
	}
}
