import type { Lesson } from '../../src/lesson/lesson.ts';
import { readLessons } from '../../src/commands/lessons-directory.ts';

/** Everything that a lesson types. */
export function commandsOf({ setup, steps }: Lesson): readonly string[] {
	return [...setup, ...steps.flatMap(({ commands }) => commands)].map(({ text }) => text);
}

export function definitionsIn(lesson: Lesson): readonly string[] {
	return commandsOf(lesson).filter((text) => text.startsWith('move_in()'));
}

/** The shell function of the lessons that copies programs, with all they need, into a directory. */
export async function readMoveIn(): Promise<string> {
	const [definition = 'false'] = (await readLessons('lessons')).flatMap(definitionsIn);
	return definition;
}
