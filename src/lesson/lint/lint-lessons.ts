import type { Lesson } from '../lesson.ts';
import type { ParsedLesson } from '../lesson-folder.ts';
import { beginning, openManuscript, placeOf, report } from '../manuscript.ts';
import type { Problem } from '../../text/known-error.ts';
import { lintLesson } from './lint-lesson.ts';
import { unfinished } from './unfinished.ts';

/** Returns what is wrong with each lesson, and with the lessons side by side. */
export function lintLessons(parsed: readonly ParsedLesson[]): readonly Problem[] {
	return parsed.flatMap((one, index) => {
		const earlier = parsed.slice(0, index).map(({ lesson }) => lesson);
		return [...clashes(one, earlier), ...lintLesson(one.lesson, one.source), ...lacks(one)];
	});
}

/**
 * Returns what is missing for a whole lesson; a single step that somebody tries out need not have
 * it.
 */
function lacks({ lesson, source }: ParsedLesson): readonly Problem[] {
	const manuscript = openManuscript(lesson.file, source);
	for (const { place, message } of unfinished(lesson, manuscript)) {
		report(manuscript, place, message);
	}
	return manuscript.problems;
}

function clashes({ lesson, source }: ParsedLesson, earlier: readonly Lesson[]): readonly Problem[] {
	const manuscript = openManuscript(lesson.file, source);
	const sameId = earlier.find(({ id }) => id === lesson.id);
	const sameNumber = earlier.find(({ number }) => number === lesson.number);
	if (sameId) {
		report(
			manuscript,
			placeOf(manuscript, 'id:', 1),
			`The id \`${lesson.id}\` is also that of ${sameId.file}; progress is kept by id, so give each lesson its own.`,
		);
	}
	if (sameNumber) {
		report(
			manuscript,
			beginning,
			`Number ${lesson.number} is also that of ${sameNumber.file}; give this lesson's folder the next free number.`,
		);
	}
	return manuscript.problems;
}
