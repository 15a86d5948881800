import container from '../report/script/container.sh';
import { lessonScript } from '../report/script/lesson-script.ts';
import { version } from '../command-line/version.ts';
import { choose, loadLessons } from './lessons.ts';

/**
 * The words for the container that all lessons make. Lesson 8 is about it, and is this container
 * when it runs at home.
 */
const containers = ['container', '8'];

/**
 * Prints a lesson, or the container that all of them make, as a script that works without this
 * program.
 */
export async function exportScript({ lesson }: { readonly lesson: string }): Promise<number> {
	if (containers.includes(lesson)) {
		process.stdout.write(container);
		return 0;
	}

	for (const chosen of choose(await loadLessons(undefined), [lesson])) {
		process.stdout.write(lessonScript(chosen, version));
	}

	return 0;
}
