import type { Invocation } from '../command-line/arguments.ts';
import { dayOf } from '../progress/prediction.ts';
import { stateOwnerOf } from '../progress/state-owner.ts';
import { surprises } from '../progress/recall.ts';
import { readProgress } from '../progress/store.ts';
import { layoutRecalled } from '../report/recalled.ts';
import { createPaint } from '../report/paint.ts';
import { hasColour } from '../command-line/colour.ts';
import { homeDirectory } from './home.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';

/**
 * Asks again what surprised on an earlier day, in the walkthrough on a terminal; otherwise prints
 * it with what was right.
 * @returns 0, or the exit code of the walkthrough
 */
export async function review(invocation: Invocation): Promise<number> {
	const lessons = await loadLessons(undefined);
	const { progress } = await readProgress(
		stateOwnerOf(process.env, process.getuid?.(), homeDirectory).directory,
	);
	const questions = surprises(lessons, progress.predictions, dayOf(new Date()));
	if (questions.length === 0) {
		process.stdout.write(nothing);
		return 0;
	}

	if (invocation.plain || !process.stdin.isTTY || !process.stdout.isTTY) {
		process.stdout.write(
			layoutRecalled(questions, textWidth(), createPaint(hasColour(invocation.colour))),
		);
		return 0;
	}

	// Only the walkthrough waits for Ink to load.
	const { walkthrough } = await import('./walkthrough.ts');
	return walkthrough(invocation);
}

const nothing =
	'There is nothing to ask again: what surprises you in a lesson is asked here on a later day.\n';
