import { checkLessons } from '../lesson/lint/check-lessons.ts';
import { describeProblems } from '../lesson/problem.ts';
import { readLessonFolders } from '../lessons-directory.ts';
import { ownLessons } from './lessons.ts';

/** Lints lessons for their authors. */
export async function check({
	directory,
}: {
	readonly directory: string | undefined;
}): Promise<number> {
	const folders = await readLessonFolders(directory ?? ownLessons());
	const problems = checkLessons(folders);
	process.stdout.write(
		problems.length === 0
			? `${folders.length} lessons, no problems.\n`
			: `${describeProblems(problems)}\n`,
	);
	return problems.length === 0 ? 0 : 2;
}
