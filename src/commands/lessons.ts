import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nearest } from '../command-line/nearest.ts';
import { readLessons } from './lessons-directory.ts';
import type { KnownLessons } from '../lesson/lesson-folder.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { KnownError } from '../text/known-error.ts';

/** Reads the lessons of a directory, or those that come with the program. */
export const loadLessons = (directory: string | undefined): Promise<readonly Lesson[]> =>
	readLessons(directory ?? ownLessons(), parsedByTheBuild());

/**
 * Returns the lessons as the build has parsed them: to parse all that Markdown would take longer
 * than everything else at the start. A checkout's `src/` has none.
 */
function parsedByTheBuild(): KnownLessons {
	const file = new URL('lessons.json', import.meta.url);
	const lessons = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as readonly Lesson[])
		: [];
	return new Map(lessons.map((lesson) => [lesson.digest, lesson]));
}

/**
 * Returns the path of the lessons that come with the program: beside `dist/` in the package, beside
 * `src/` in a checkout.
 */
export function ownLessons(): string {
	const built = fileURLToPath(new URL('../lessons', import.meta.url));
	return existsSync(built) ? built : fileURLToPath(new URL('../../lessons', import.meta.url));
}

/**
 * Returns the lessons that are named by number or id, in the order of the course; all where none is
 * named.
 * @throws KnownError for a name that no lesson has
 */
export function choose(lessons: readonly Lesson[], names: readonly string[]): readonly Lesson[] {
	const isNamed = ({ id, number }: Lesson, name: string) => id === name || String(number) === name;
	const unknown = names.find((name) => !lessons.some((lesson) => isNamed(lesson, name)));
	if (unknown !== undefined) {
		throw new KnownError(`There is no lesson "${unknown}".`, {
			fix: suggest(unknown, lessons),
			exitCode: 2,
		});
	}

	return names.length === 0
		? lessons
		: lessons.filter((lesson) => names.some((name) => isNamed(lesson, name)));
}

function suggest(unknown: string, lessons: readonly Lesson[]): string {
	const near = nearest(
		unknown,
		lessons.map(({ id }) => id),
	);
	const known = lessons.map(({ id, number }) => `${number} (${id})`).join(', ');
	return near === undefined ? `There are ${known}.` : `Did you mean ${near}?`;
}
