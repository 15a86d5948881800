import { type LessonFolder, parseLessonFolders } from '../lesson-folder.ts';
import type { Problem } from '../../text/known-error.ts';
import { lintLessons } from './lint-lessons.ts';

/**
 * Returns everything that authors must change: what cannot be parsed, and what the lint finds in
 * the rest.
 */
export function checkLessons(folders: readonly LessonFolder[]): readonly Problem[] {
	const { parsed, problems } = parseLessonFolders(folders);
	return [...problems, ...lintLessons(parsed)];
}
