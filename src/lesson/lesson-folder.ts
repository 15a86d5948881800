import { KnownError, type Problem } from '../text/known-error.ts';
import { makeVisible } from '../text/visible-text.ts';
import { digestOf } from './digest.ts';
import type { Lesson } from './lesson.ts';
import { beginning, openManuscript, report } from './manuscript.ts';
import { parseLesson } from './parse-lesson.ts';
import { lessonError } from './problem.ts';

/** A folder of `lessons/`, as it was read from the disk. */
export type LessonFolder = {
	/** Its name, such as `03-the-leak`. */
	readonly name: string;
	/** The path of its `lesson.md`. */
	readonly file: string;
	/** The contents of `lesson.md`, whose lines end in `\n`. */
	readonly source: string;
};

/** The lessons that were parsed before, by their digests. */
export type KnownLessons = ReadonlyMap<string, Lesson>;

/** A lesson, and the source that it was parsed from. */
export type ParsedLesson = { readonly lesson: Lesson; readonly source: string };

/**
 * Parses folders. Returns the lessons that can be parsed, in the order of their numbers, and what
 * is wrong with the others.
 */
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
		if (!(error instanceof KnownError && error.problems.length > 0)) {
			throw error;
		}
		return { parsed: [], problems: error.problems };
	}
}

/**
 * Parses one folder: the number of the lesson comes from the folder's name, everything else from
 * its source. Throws a KnownError.
 */
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
	throw lessonError(manuscript.problems);
}

function badName(name: string): string {
	return `The folder \`${makeVisible(name)}\` must be named by its place in the story, such as \`03-the-leak\`: a number and lower-case words, joined by hyphens.`;
}
