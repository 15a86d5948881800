import { lessonScript } from '../report/script/lesson-script.ts';
import { version } from '../version.ts';
import { choose, loadLessons } from './lessons.ts';

/** Prints a lesson as a script that does it without us. */
export async function exportLesson({ lesson }: { readonly lesson: string }): Promise<number> {
	for (const chosen of choose(await loadLessons(undefined), [lesson])) {
		process.stdout.write(lessonScript(chosen, version));
	}

	return 0;
}
