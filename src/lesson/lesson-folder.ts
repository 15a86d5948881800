import type { Lesson } from './lesson.ts';
import { beginning, openManuscript, report } from './manuscript.ts';
import { parseLesson } from './parse-lesson.ts';
import { LessonError } from './problem.ts';

/** A folder of lessons/, as it was read. */
export type LessonFolder = {
	/** `03-the-leak`. */
	readonly name: string;
	/** The path of its `lesson.md`. */
	readonly file: string;
	/** Lines end in `\n`. */
	readonly source: string;
};

/** Takes the number of a lesson from its folder's name, all else from its source. Throws a LessonError. */
export function parseLessonFolder({ name, file, source }: LessonFolder): Lesson {
	const number = /^(\d+)-[a-z0-9-]+$/.exec(name)?.[1];
	if (number !== undefined) return parseLesson(source, file, Number(number));
	const manuscript = openManuscript(file, source);
	report(manuscript, beginning, badName(name));
	throw new LessonError(manuscript.problems);
}

function badName(name: string): string {
	return `The folder \`${name}\` has no number; name it by its place in the story, such as \`03-the-leak\`.`;
}
