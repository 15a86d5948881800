import type { Missing } from '../engine/capabilities.ts';

/** What `list` and `doctor` say of a lesson. */
export type ListedLesson = {
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	readonly readiness: 'ready' | 'limited' | 'not here';
	readonly causes: readonly Missing[];
};

/** A line for each lesson, and below it why not all of it can be done here, and what would help. */
export function layoutLessons(lessons: readonly ListedLesson[]): string {
	const width = Math.max(...lessons.map(({ title }) => title.length));
	return lessons
		.flatMap(({ number, title, minutes, readiness, causes }) => [
			`${String(number).padStart(2)}  ${title.padEnd(width)}  ${String(minutes).padStart(2)} min  ${readiness}`,
			...layoutMissing(causes),
		])
		.map((line) => `${line}\n`)
		.join('');
}

export const layoutMissing = (causes: readonly Missing[]): readonly string[] =>
	causes.flatMap(({ cause, fix }) => [`    why: ${cause}`, `    fix: ${fix}`]);
