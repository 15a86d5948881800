import type { LessonSummary } from './course.ts';
import type { Model } from './model.ts';

/** A step that one can go to. */
export type FoundStep = {
	readonly lesson: LessonSummary;
	/** Index of the step. */
	readonly step: number;
	readonly title: string;
	/** Whether its lesson is the one on the screen. */
	readonly isHere: boolean;
	/** What it says, from about there on where the search was found, if not in its title. */
	readonly found?: string;
};

/**
 * The steps that have all the words of the search: in their titles first and then in what they say, those
 * of the lesson on the screen first. Without a search only those of that lesson, or all where none is on
 * the screen.
 */
export function foundSteps({ course, view }: Model, query: string): readonly FoundStep[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const here = view.screen === 'lesson' ? view.open.id : undefined;
	const all = course.lessons.flatMap((lesson) => stepsOf(lesson, lesson.id === here));
	const own = all.filter(({ isHere }) => isHere);
	const others = all.filter(({ isHere }) => !isHere);
	if (words.length === 0) {
		return own.length > 0 ? own : others;
	}
	const ordered = [...own, ...others];
	const titled = ordered.filter((target) => words.every((word) => isIn(target, word)));
	const rest = ordered.filter((target) => !titled.includes(target));
	return [...titled, ...rest.flatMap((target) => saying(target, words))];
}

/** The number of a step as one names it: `4.3`. */
export function numberOf({ lesson, step }: FoundStep): string {
	return `${lesson.number}.${step + 1}`;
}

function stepsOf(lesson: LessonSummary, isHere: boolean): FoundStep[] {
	return lesson.steps.map(({ title }, step) => ({ lesson, step, title, isHere }));
}

/** A number is that of a step from its beginning on; a word may be any part of a title. */
function isIn(target: FoundStep, word: string): boolean {
	return /^\d+(\.\d*)?$/.test(word)
		? numberOf(target).startsWith(word)
		: `${target.lesson.title} ${target.title}`.toLowerCase().includes(word);
}

/** The step with the passage that has the words; nothing where none has all of them. */
function saying(target: FoundStep, words: readonly string[]): FoundStep[] {
	if (words.some((word) => word.length < shortestInText)) {
		return [];
	}
	const passages = target.lesson.steps[target.step]?.text ?? [];
	const passage = passages.find((text) => words.every((word) => text.toLowerCase().includes(word)));
	return passage === undefined ? [] : [{ ...target, found: excerpt(passage, words) }];
}

/** Shorter ones are in every text. */
const shortestInText = 3;

/** From a word or two before the first of them on. */
function excerpt(passage: string, words: readonly string[]): string {
	const place = Math.min(...words.map((word) => passage.toLowerCase().indexOf(word)));
	const begin = passage.lastIndexOf(' ', Math.max(0, place - 12)) + 1;
	return begin === 0 ? passage : `… ${passage.slice(begin)}`;
}
