import type { EventOf, LessonEvent } from '../words/event.ts';
import type { Host } from '../words/host.ts';
import { usualPatience, type Pace } from './pace.ts';
import type { Plan, PlannedStep } from './plan.ts';
import type { Run } from './run.ts';
import { runStep } from './run-step.ts';
import { setUp, type SetupFailure } from './set-up.ts';
import { stepFinished, stepStarted } from './step-events.ts';

/**
 * Performs a lesson and yields its events. Never throws: an error fails the step.
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
	let failed: string | undefined;

	yield lessonStarted(plan);
	for (const [index, planned] of plan.steps.entries()) {
		const isSkipped = planned.missing.length > 0;
		// The setting up comes as late as possible: where all steps are skipped, nothing may be
		// touched.
		if (!isSetUp && !isSkipped && planned.commands.length > 0) {
			isSetUp = true;
			failure = yield* setUp(run, plan);
		}

		if (signal.aborted) {
			return;
		}

		if (failed !== undefined && !isSkipped && planned.commands.length > 0) {
			yield* notTyped(run, planned, index, failed);
		} else if (failure === undefined || isSkipped) {
			for await (const event of runStep(run, planned, index)) {
				yield event;
				const hasFailed = event.kind === 'step-finished' && event.outcome === 'failed';
				if (pace.endsAtFailure && hasFailed) {
					failed = planned.step.title;
				}
			}
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

/**
 * Yields the events of a step that is not typed, because the one before it has not left the state
 * that it builds on: its result would mislead.
 */
async function* notTyped(
	run: Run,
	planned: PlannedStep,
	index: number,
	failed: string,
): AsyncGenerator<LessonEvent> {
	const cause = `The step “${failed}” failed, and this one needs what that should have left.`;
	const fix = 'Mend what made that one fail, and run the lesson again.';
	yield await stepStarted(run, planned, index);
	yield stepFinished(planned.step, 'skipped', undefined, [{ cause, fix }]);
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
