import { checkLessons } from '../lesson/lint/check-lessons.ts';
import { parseLessonFolders } from '../lesson/lesson-folder.ts';
import { describeProblems } from '../lesson/problem.ts';
import { findUncarried } from '../lesson/truth/find-uncarried.ts';
import { readLessonFolders } from './lessons-directory.ts';
import { ownLessons } from './lessons.ts';

/** Lints lessons for their authors. Returns the exit code: 2 where there is something to change. */
export async function check({
	directory,
	claims,
}: {
	readonly directory: string | undefined;
	readonly claims: boolean;
}): Promise<number> {
	const folders = await readLessonFolders(directory ?? ownLessons());
	const uncarried = claims ? parseLessonFolders(folders).parsed.flatMap(findUncarried) : [];
	const problems = [...checkLessons(folders), ...uncarried];
	process.stdout.write(
		problems.length === 0
			? `${folders.length} lessons, no problems.\n`
			: `${describeProblems(problems)}\n`,
	);
	return problems.length === 0 ? 0 : 2;
}
