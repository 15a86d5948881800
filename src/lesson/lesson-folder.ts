import { makeVisible } from '../text/visible-text.ts';
import { digestOf } from './digest.ts';
import type { Lesson } from './lesson.ts';
import { beginning, openManuscript, report } from './manuscript.ts';
import { parseLesson } from './parse-lesson.ts';
import { LessonError, type Problem } from './problem.ts';

/** A folder of lessons/, as it was read. */
export type LessonFolder = {
	/** `03-the-leak`. */
	readonly name: string;
	/** The path of its `lesson.md`. */
	readonly file: string;
	/** Lines end in `\n`. */
	readonly source: string;
};

/** Lessons that were parsed before, by their digests. */
export type KnownLessons = ReadonlyMap<string, Lesson>;

export type ParsedLesson = { readonly lesson: Lesson; readonly source: string };

/** The lessons that can be parsed, in the order of their numbers, and what is wrong with the others. */
export function parseLessonFolders(
	folders: readonly LessonFolder[],
	known: KnownLessons = new Map(),
): {
	readonly parsed: readonly ParsedLesson[];
	readonly problems: readonly Problem[];
} {
	const attempts = folders.map((folder) => attempt(folder, known));
	return {
		parsed: attempts
			.flatMap(({ parsed }) => parsed)
			.sort((one, other) => one.lesson.number - other.lesson.number),
		problems: attempts.flatMap(({ problems }) => problems),
	};
}

function attempt(folder: LessonFolder, known: KnownLessons) {
	try {
		return {
			parsed: [{ lesson: parseLessonFolder(folder, known), source: folder.source }],
			problems: [],
		};
	} catch (error) {
		if (!(error instanceof LessonError)) throw error;
		return { parsed: [], problems: error.problems };
	}
}

/** Takes the number of a lesson from its folder's name, all else from its source. Throws a LessonError. */
export function parseLessonFolder(
	{ name, file, source }: LessonFolder,
	known: KnownLessons = new Map(),
): Lesson {
	const number = /^(\d+)-[a-z0-9-]+$/.exec(name)?.[1];
	if (number !== undefined) {
		const before = known.get(digestOf(source));
		return before === undefined
			? parseLesson(source, file, Number(number))
			: { ...before, file, number: Number(number) };
	}

	const manuscript = openManuscript(file, source);
	report(manuscript, beginning, badName(name));
	throw new LessonError(manuscript.problems);
}

function badName(name: string): string {
	return `The folder \`${makeVisible(name)}\` must be named by its place in the story, such as \`03-the-leak\`: a number and lower-case words, joined by hyphens.`;
}
