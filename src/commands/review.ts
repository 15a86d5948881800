import type { Mode } from '../arguments.ts';
import { dayOf } from '../progress/prediction.ts';
import { progressPlace } from '../progress/place.ts';
import { surprises } from '../progress/recall.ts';
import { readProgress } from '../progress/store.ts';
import { layoutRecalled } from '../report/recalled.ts';
import { createPaint } from '../report/paint.ts';
import { hasColour } from './colour.ts';
import { homeDirectory } from './home.ts';
import { loadLessons } from './lessons.ts';
import { textWidth } from './output.ts';

/**
 * What surprised on an earlier day: asked again on a terminal, else printed with what was right.
 * @returns 0, or as the walkthrough does.
 */
export async function review(mode: Mode): Promise<number> {
	const lessons = await loadLessons(undefined);
	const { progress } = await readProgress(
		progressPlace(process.env, process.getuid?.(), homeDirectory).directory,
	);
	const questions = surprises(lessons, progress.predictions, dayOf(new Date()));
	if (questions.length === 0) {
		process.stdout.write(nothing);
		return 0;
	}

	if (mode.plain || !process.stdin.isTTY || !process.stdout.isTTY) {
		process.stdout.write(
			layoutRecalled(questions, textWidth(), createPaint(hasColour(mode.colour))),
		);
		return 0;
	}

	// Only the walkthrough waits for Ink to load.
	const { walkthrough } = await import('./walkthrough.ts');
	return walkthrough(mode);
}

const nothing =
	'There is nothing to ask again: what surprises you in a lesson is asked here on a later day.\n';
