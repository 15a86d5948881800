import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Provisions, cgroupOf } from '../engine/words/provisions.ts';
import { inOrderOfLikeness } from '../engine/words/origin.ts';
import { plan } from '../engine/run/plan.ts';
import { type RecordedStep, recordedSteps } from '../engine/run/recorded.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { originOf } from '../record/header.ts';
import { readRecordings } from './recordings-directory.ts';

/**
 * Reads what may be shown in place of steps that are skipped here, the most alike first; reads
 * nothing where no step is.
 */
export async function loadRecordings(
	lessons: readonly Lesson[],
	provisions: Provisions,
): Promise<readonly RecordedStep[]> {
	const steps = lessons.flatMap((lesson) => plan(lesson, provisions).steps);
	return steps.every(({ missing }) => missing.length === 0) ? [] : readAllRecordings(provisions);
}

/** Reads what was recorded elsewhere, the most alike first. */
export async function readAllRecordings(provisions: Provisions): Promise<readonly RecordedStep[]> {
	const recordings = await readRecordings(ownRecordings());
	const runs = recordings.map(({ header, events }) => ({ on: originOf(header), events }));
	const likeness = { cgroup: cgroupOf(provisions), isRoot: process.getuid?.() === 0 };
	return inOrderOfLikeness(runs, likeness).flatMap(({ on, events }) =>
		recordedSteps(
			on,
			events.map(({ event }) => event),
		),
	);
}

/**
 * Returns the path of the recordings that come with the program: beside `dist/` in the package,
 * beside `src/` in a checkout.
 */
export function ownRecordings(): string {
	const built = fileURLToPath(new URL('../assets/recordings', import.meta.url));
	return existsSync(built)
		? built
		: fileURLToPath(new URL('../../assets/recordings', import.meta.url));
}
