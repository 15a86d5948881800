import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/event.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { lanes, start } from '../helpers/lanes.ts';

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	check(
		`as ${lane.name} every lesson passes, and nothing is left on the machine`,
		async () => {
			const before = takeInventory();
			const { stdout, exitCode } = await start(lane, ['run', '--json']);
			const { header, events, note } = await parseRecording(`${String(stdout)}\n`);
			const steps = stepsOf(events.map(({ event }) => event));
			expect(steps.filter(({ finished }) => finished.outcome === 'failed')).toEqual([]);
			expect(note).toBeUndefined();
			expect(header.uid).toBe(lane.uid);
			expect(new Set(steps.map(({ lesson }) => lesson)).size).toBe(5);
			expect(exitCode).toBe(0);
			expect(await leftSince(before, 2000)).toEqual([]);
		},
		120_000,
	);
}

function stepsOf(events: readonly LessonEvent[]) {
	let lesson = '';
	return events.flatMap((event) => {
		lesson = event.kind === 'lesson-started' ? event.lesson : lesson;
		return event.kind === 'step-finished' ? [{ lesson, finished: event }] : [];
	});
}
