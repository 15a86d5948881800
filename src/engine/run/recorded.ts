import type { Lesson, Step } from '../../lesson/lesson.ts';
import type { EventOf, LessonEvent } from '../words/event.ts';
import type { Origin } from '../words/origin.ts';

/** A step that passed where it was recorded. */
export type RecordedStep = {
	readonly on: Origin;
	/** The digest of the lesson's source, and the id of the step. */
	readonly digest: string;
	readonly step: string;
	/** Its events, from `step-started` to `step-finished`. */
	readonly events: readonly LessonEvent[];
	/** What it asked of the kernel; undefined where that was not traced. */
	readonly trace: EventOf<'traced'> | undefined;
};

/** Returns the steps of a recorded run that passed, of those lessons whose source has a digest. */
export function recordedSteps(on: Origin, events: readonly LessonEvent[]): readonly RecordedStep[] {
	const steps: RecordedStep[] = [];
	let lesson: EventOf<'lesson-started'> | undefined;
	let begin = 0;
	for (const [place, event] of events.entries()) {
		if (event.kind === 'lesson-started') {
			lesson = event;
		}
		if (event.kind === 'step-started') {
			begin = place;
		}
		if (event.kind !== 'step-finished' || event.outcome !== 'passed') {
			continue;
		}
		if (lesson?.digest === undefined) {
			continue;
		}
		const { digest } = lesson;
		const next = events[place + 1];
		const trace = next?.kind === 'traced' ? next : undefined;
		steps.push({ on, digest, step: event.step, events: events.slice(begin, place + 1), trace });
	}

	return steps;
}

/** Returns what a step asked of the kernel; undefined where that was not recorded. */
export function findTrace(
	recordings: readonly RecordedStep[],
	lesson: Lesson,
	step: Step,
): EventOf<'traced'> | undefined {
	const found = findRecorded(
		recordings.filter(({ trace }) => trace !== undefined),
		lesson,
		step,
	);
	return found?.trace && { ...found.trace, on: found.on };
}

/**
 * Returns the recording of a step; undefined where there is none of this very text: what a changed
 * lesson says must not stand beside what another text did.
 */
export function findRecorded(
	recordings: readonly RecordedStep[],
	{ digest }: Lesson,
	{ id }: Step,
): RecordedStep | undefined {
	return recordings.find((one) => one.digest === digest && one.step === id);
}
