import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../words/verdict.ts';
import type { LessonEvent } from '../words/event.ts';
import { observeUntil } from './observe.ts';
import type { GoAhead } from './pace.ts';
import type { PlannedStep } from './plan.ts';
import type { Run } from './run.ts';
import type { Snapshot } from '../words/snapshot.ts';
import { createWatch } from '../judge/watch.ts';

/** The looks before and after a challenge that was done, and the checks that held. */
export type Done = {
	readonly before: Snapshot;
	readonly after: Snapshot;
	readonly checks: readonly Check[];
};

/**
 * Watches until the learner has done the challenge, in whatever way, and says so. Returns undefined
 * where the challenge is to be performed as the lesson has it, without waiting for the learner.
 */
export async function* awaitChallenge(
	run: Run,
	{ step }: PlannedStep,
	index: number,
): AsyncGenerator<LessonEvent, Done | undefined> {
	const before = await run.host.observe();
	const watch = createWatch(step.expectations, before);
	/**
	 * Set once the challenge was done at any moment, even if that has passed: a container may end
	 * with the visit.
	 */
	let done: Done | undefined;
	const look = (snapshot: Snapshot) => {
		const checks = watch(snapshot);
		if (isWhole(checks)) {
			done ??= { before, after: snapshot, checks };
		}
		return checks;
	};

	for (;;) {
		const { attempt } = await lookingOn(run, run.pace.beforeStep(index, run.signal), look);
		if (attempt === undefined || run.signal.aborted) {
			return undefined;
		}
		const { seen: checks } = await observeUntil(run, look, () => done !== undefined);
		if (done !== undefined) {
			return done;
		}
		yield { kind: 'tried', checks, why: undefined };
	}
}

async function lookingOn(
	run: Run,
	asked: Promise<GoAhead>,
	look: (snapshot: Snapshot) => void,
): Promise<GoAhead> {
	for (;;) {
		const pause = sleep(run.patience.watch * 1000, undefined, { ref: false });
		const start = await Promise.race([asked, pause]);
		if (start !== undefined) {
			return start;
		}
		// A look that fails here is reported where the next one is asked for.
		await run.host.observe().then(look, () => undefined);
	}
}

function isWhole(checks: readonly Check[]): boolean {
	return checks.every(({ held }) => held);
}
