import type { LessonEvent } from '../engine/words/event.ts';
import { counted, describeOutcomes, type Outcomes } from './outcome.ts';

/** The number of lessons so far, and how their steps ended. */
export type Tally = Outcomes & { readonly lessons: number };

/** The tally before the first lesson. */
export const nothingYet: Tally = { lessons: 0, passed: 0, failed: 0, skipped: 0, recorded: 0 };

/** Returns the tally after an event. */
export function count(tally: Tally, event: LessonEvent): Tally {
	if (event.kind === 'lesson-started') {
		return { ...tally, lessons: tally.lessons + 1 };
	}
	if (event.kind === 'recorded') {
		return { ...tally, recorded: tally.recorded + 1 };
	}
	if (event.kind !== 'step-finished') {
		return tally;
	}
	return { ...tally, [event.outcome]: tally[event.outcome] + 1 };
}

/** Returns a tally in words: `5 lessons: 31 steps passed, 0 failed, 7 skipped`. */
export function describeTally(tally: Tally): string {
	return `${counted(tally.lessons, 'lesson')}: ${describeOutcomes(tally)}`;
}

/** Returns the tally of a whole run in words. */
export function summary(events: Iterable<LessonEvent>): string {
	return describeTally([...events].reduce(count, nothingYet));
}
