import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import type { LessonEvent } from '../../src/engine/event.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { lanes, possibleLane, start } from '../helpers/lanes.ts';

/** Steps that need cgroups of one's own, which an ordinary user cannot have on cgroup v1. */
const limitSteps = 15;

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
			// Only for want of cgroups may a step be skipped, and root has them.
			for (const { lesson, finished } of steps.filter(isSkipped)) {
				expect(lesson).toBe('limits');
				expect(finished.missing.map(({ fix }) => fix).join(' ')).toMatch(/sudo|root/);
			}

			expect(steps.filter(isSkipped).length).toBe(lane.uid === 0 ? 0 : limitSteps);
			expect(note).toBeUndefined();
			expect(header.uid).toBe(lane.uid);
			expect(new Set(steps.map(({ lesson }) => lesson)).size).toBe(5);
			expect(exitCode).toBe(0);
			expect(await leftSince(before, 2000)).toEqual([]);
		},
		120_000,
	);
}

type EndedStep = ReturnType<typeof stepsOf>[number];

const isSkipped = ({ finished }: EndedStep) => finished.outcome === 'skipped';

function stepsOf(events: readonly LessonEvent[]) {
	let lesson = '';
	return events.flatMap((event) => {
		lesson = event.kind === 'lesson-started' ? event.lesson : lesson;
		return event.kind === 'step-finished' ? [{ lesson, finished: event }] : [];
	});
}

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('without the cgroup tools the limits are made with mkdir and echo', async () => {
	const [file, words] = possibleLane().command('run', 'limits', '--json');
	const { stdout, exitCode } = await execa('unshare', [
		...['--mount', '--propagation', 'private', 'bash', '-c'],
		// Something that cannot be executed stands where the tools are, for this run alone.
		'for tool in cgcreate cgclassify cgset; do mount --bind /dev/null $(type -P $tool); done; exec "$@"',
		...['bash', file, ...words],
	]);
	const { events } = await parseRecording(`${stdout}\n`);
	const steps = stepsOf(events.map(({ event }) => event)).map(({ finished }) => finished);
	const skipped = steps.filter(({ outcome }) => outcome === 'skipped');
	expect(steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
	expect(steps.length).toBeGreaterThan(skipped.length * 4);
	for (const { missing } of skipped) {
		expect(missing).toEqual([
			{ cause: expect.stringContaining('cgcreate'), fix: expect.stringContaining('install') },
		]);
	}

	expect(exitCode).toBe(0);
});
