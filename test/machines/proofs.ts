import { expect } from '@jest/globals';
import type { EventOf } from '../../src/engine/words/event.ts';
import { readLessons } from '../../src/commands/lessons-directory.ts';
import { parseRecording } from '../../src/record/parse.ts';

type Proved = EventOf<'proved'>;

type Step = { readonly id: string; checks: string[]; proofs: Proved[]; hasPassed: boolean };

/**
 * What was told in `run --json` rests on files that were there and said something; that one is gone
 * proves something only where that was expected.
 */
export async function everyProofIsThere(output: string): Promise<void> {
	const steps = await stepsOf(output);
	const lessons = await readLessons('lessons');
	const written = new Set(
		lessons.flatMap(({ id, steps }) =>
			steps.filter(({ proofs }) => proofs.length > 0).map((step) => `${id} ${step.id}`),
		),
	);
	const passed = steps.filter(({ hasPassed }) => hasPassed);
	expect(passed.filter(({ id, proofs }) => written.has(id) && proofs.length === 0)).toEqual([]);
	expect(passed.flatMap((step) => step.proofs.filter((proof) => !isThere(proof, step)))).toEqual(
		[],
	);
}

function isThere({ found, text }: Proved, { checks }: Step): boolean {
	return found === 'gone'
		? /^Process \d+ has ended\.$|^The group is gone: /.test(text) &&
				checks.some((check) => / is (gone|missing)$/.test(check))
		: text !== '';
}

async function stepsOf(output: string): Promise<readonly Step[]> {
	const steps: Step[] = [];
	let lesson = '';
	for (const { event } of (await parseRecording(output)).events) {
		const step = steps.at(-1);
		if (event.kind === 'lesson-started') {
			lesson = event.lesson;
		}
		if (event.kind === 'step-started') {
			steps.push({ id: `${lesson} ${event.step}`, checks: [], proofs: [], hasPassed: false });
		}
		if (event.kind === 'checked') {
			step?.checks.push(event.expectation);
		}
		if (event.kind === 'proved') {
			step?.proofs.push(event);
		}
		if (event.kind === 'step-finished' && step) {
			step.hasPassed = event.outcome === 'passed';
		}
	}
	return steps;
}
