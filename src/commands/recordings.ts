import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Capabilities, cgroupOf } from '../engine/capabilities.ts';
import { inOrderOfLikeness } from '../engine/origin.ts';
import { plan } from '../engine/plan.ts';
import { type RecordedStep, recordedSteps } from '../engine/recorded.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { originOf } from '../record/header.ts';
import { readRecordings } from '../recordings-directory.ts';

/** What may be shown in place of steps that are skipped here, the most alike first; nothing is read where none is. */
export async function loadRecordings(
	lessons: readonly Lesson[],
	capabilities: Capabilities,
): Promise<readonly RecordedStep[]> {
	const steps = lessons.flatMap((lesson) => plan(lesson, capabilities).steps);
	return steps.every(({ missing }) => missing.length === 0) ? [] : readAllRecordings(capabilities);
}

/** What was recorded elsewhere, the most alike first. */
export async function readAllRecordings(
	capabilities: Capabilities,
): Promise<readonly RecordedStep[]> {
	const recordings = await readRecordings(ownRecordings());
	const runs = recordings.map(({ header, events }) => ({ on: originOf(header), events }));
	const likeness = { cgroup: cgroupOf(capabilities), isRoot: process.getuid?.() === 0 };
	return inOrderOfLikeness(runs, likeness).flatMap(({ on, events }) =>
		recordedSteps(
			on,
			events.map(({ event }) => event),
		),
	);
}

/** Beside `dist/` in the package, beside `src/` in a checkout. */
export function ownRecordings(): string {
	const built = fileURLToPath(new URL('../assets/recordings', import.meta.url));
	return existsSync(built)
		? built
		: fileURLToPath(new URL('../../assets/recordings', import.meta.url));
}
