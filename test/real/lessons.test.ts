import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { execa } from 'execa';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { parseRecording } from '../../src/record/parse.ts';
import { leftSince, takeInventory } from '../helpers/inventory.ts';
import { lanes, possibleLane, start } from '../helpers/lanes.ts';
import {
	cameThrough,
	namesOnly,
	everyLessonPassesWhole,
	skipsOnlyLimits,
} from '../machines/claims.ts';

for (const lane of lanes) {
	const check = lane.possible ? test : test.skip;

	check(
		`as ${lane.name} every lesson passes, and nothing is left on the machine`,
		async () => {
			const before = takeInventory();
			const { stdout, stderr, exitCode } = await start(lane, ['run', '--json']);
			const result = await cameThrough(
				{
					output: `${String(stdout)}\n`,
					complaints: String(stderr),
					exitCode,
					left: await leftSince(before, 2000),
				},
				`this-${hierarchies()}-${lane.uid === 0 ? 'root' : 'user'}`,
			);
			expect(result.on.uid).toBe(lane.uid);
			if (lane.uid === 0 || (result.causes.length === 0 && hierarchies() === 'v2')) {
				everyLessonPassesWhole(result);
			} else {
				// Only for want of cgroups may a step be skipped.
				skipsOnlyLimits(result);
				namesOnly(result, [[/cgroup/, /sudo|root/]]);
			}
		},
		600_000,
	);
}

/** Of cgroups, that are mounted here; `hybrid` for both. */
function hierarchies(): 'v1' | 'v2' | 'hybrid' {
	const mounts = readFileSync('/proc/self/mountinfo', 'utf8');
	return !mounts.includes(' - cgroup ') ? 'v2' : mounts.includes(' - cgroup2 ') ? 'hybrid' : 'v1';
}

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
