import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from './check-step.ts';
import type { LessonEvent } from './event.ts';
import { observeUntil } from './observe.ts';
import type { Start } from './pace.ts';
import type { PlannedStep } from './plan.ts';
import type { Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import { createWatch } from './watch.ts';

/** How a challenge came to be done. */
export type Done = {
	readonly before: Snapshot;
	readonly after: Snapshot;
	readonly checks: readonly Check[];
};

/**
 * Waits, looking on, until the learner has done the challenge, in whatever way, and says so. Undefined:
 * it is not to wait for, and is performed as the lesson has it.
 */
export async function* awaitChallenge(
	run: Run,
	{ step }: PlannedStep,
	index: number,
): AsyncGenerator<LessonEvent, Done | undefined> {
	const before = await run.host.observe();
	const watch = createWatch(step.expectations, before);
	/** It was done at one moment at least, even if that has passed: a container may end with the visit. */
	let done: Done | undefined;
	const look = (snapshot: Snapshot) => {
		const checks = watch(snapshot);
		if (isWhole(checks)) done ??= { before, after: snapshot, checks };
		return checks;
	};

	for (;;) {
		const { attempt } = await lookingOn(run, run.pace.beforeStep(index, run.signal), look);
		if (attempt === undefined || run.signal.aborted) return undefined;
		const { seen: checks } = await observeUntil(run, look, () => done !== undefined);
		if (done !== undefined) return done;
		yield { kind: 'tried', checks, why: undefined };
	}
}

async function lookingOn(
	run: Run,
	asked: Promise<Start>,
	look: (snapshot: Snapshot) => void,
): Promise<Start> {
	for (;;) {
		const pause = sleep(run.patience.watch * 1000, undefined, { ref: false });
		const start = await Promise.race([asked, pause]);
		if (start !== undefined) return start;
		// What cannot be seen now is told when it is asked for.
		await run.host.observe().then(look, () => undefined);
	}
}

function isWhole(checks: readonly Check[]): boolean {
	return checks.every(({ held }) => held);
}
