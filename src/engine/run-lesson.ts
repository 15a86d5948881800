import type { EventOf, LessonEvent } from './event.ts';
import type { Host } from './host.ts';
import { usualPatience, type Pace } from './pace.ts';
import type { Plan } from './plan.ts';
import type { Run } from './run.ts';
import { runStep } from './run-step.ts';
import { setUp, type SetupFailure } from './set-up.ts';
import { stepFinished, stepStarted } from './step-events.ts';

/**
 * Does a lesson and tells what happens. Never throws: what goes wrong, fails a step.
 *
 * @param signal Interrupts the command that runs and ends the events, whatever the host still does.
 */
export async function* runLesson(
	plan: Plan,
	host: Host,
	pace: Pace,
	signal: AbortSignal,
	patience = usualPatience,
): AsyncGenerator<LessonEvent> {
	const run: Run = { host, pace, signal, patience, directories: new Map() };
	let isSetUp = false;
	let failure: SetupFailure | undefined;

	yield lessonStarted(plan);
	for (const [index, planned] of plan.steps.entries()) {
		const isSkipped = planned.missing.length > 0;
		// Set up as late as possible: where all is skipped, nothing may be touched.
		if (!isSetUp && !isSkipped && planned.commands.length > 0) {
			isSetUp = true;
			failure = yield* setUp(run, plan);
		}

		if (signal.aborted) {
			return;
		}

		if (failure === undefined || isSkipped) {
			yield* runStep(run, planned, index);
		} else {
			yield await stepStarted(run, planned, index);
			yield* failure.events;
			yield stepFinished(planned.step, 'failed', failure.why);
			failure = { ...failure, events: [] };
		}
	}

	if (!signal.aborted) {
		yield { kind: 'lesson-finished', lesson: plan.lesson.id };
	}
}

function lessonStarted({ lesson }: Plan): EventOf<'lesson-started'> {
	const { id, number, title, minutes, digest, intro, steps } = lesson;
	return {
		kind: 'lesson-started',
		lesson: id,
		number,
		title,
		minutes,
		digest,
		intro,
		steps: steps.map((step) => ({ id: step.id, title: step.title })),
	};
}
