import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import type { LessonEvent } from '../../src/engine/words/event.ts';
import { readLessons } from '../../src/commands/lessons-directory.ts';
import { lanes, start } from '../helpers/lanes.ts';

const lessons = await readLessons('lessons');
/** What it takes on a machine that does nothing else, in seconds. */
const promised = 2;
/** This one may be doing a lot else. */
const patience = 4;

for (const lane of lanes) {
	(lane.possible ? test : test.skip).each(lessons.map(({ number, title }) => [number, title]))(
		`${lane.name} enters lesson %i, %s, directly and at once`,
		async (number) => {
			const took = [];
			for (let time = 0; time < 3; time += 1) {
				took.push(await secondsToEnter(String(number)));
			}
			const [, median] = took.sort((one, other) => one - other);
			expect(median).toBeLessThan(promised * patience);
		},
		90_000,
	);

	/** From the beginning of the lesson to its first command: its starting state has been built. */
	async function secondsToEnter(lesson: string): Promise<number> {
		const run = start(lane, ['run', lesson, '--json'], { buffer: false });
		let began: number | undefined;
		let entered: number | undefined;
		if (run.stdout) {
			for await (const line of createInterface({ input: run.stdout })) {
				const { kind, at } = JSON.parse(line) as Partial<LessonEvent> & { at: number };
				if (kind === 'lesson-started') {
					began = at;
				}
				// Where this machine allows none of its steps, there is nothing to build.
				if (kind === 'command-started' || kind === 'lesson-finished') {
					entered ??= at;
					run.kill('SIGTERM');
				}
			}
		}

		await run;
		if (began === undefined || entered === undefined) {
			throw new Error('It has not begun.');
		}
		return entered - began;
	}
}
