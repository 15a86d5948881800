import type { Missing } from '../engine/capabilities.ts';
import { breakLine, splitFix } from './fix.ts';
import { hang, plain, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

/** What `list` and `doctor` say of a lesson. */
export type ListedLesson = {
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	readonly readiness: 'ready' | 'limited' | 'not here';
	readonly causes: readonly Missing[];
};

/** How long all of it takes, and the lessons. */
export function layoutCourse(lessons: readonly ListedLesson[], width: number): string {
	const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
	return `${lessons.length} lessons, ${minutes} minutes in all.\n\n${layoutLessons(lessons, width)}`;
}

/** A line for each lesson; below them, once each, why not all of it can be done here and what would help. */
export function layoutLessons(lessons: readonly ListedLesson[], width: number): string {
	const groups = groupByFix(lessons.flatMap(({ causes }) => causes));
	const numbers = new Map(
		groups.flatMap(({ causes }) => causes).map((cause, index) => [cause, index + 1]),
	);
	const titles = Math.max(...lessons.map(({ title }) => title.length));
	const table = lessons.map(({ number, title, minutes, readiness, causes }) => {
		const why = causes.map(({ cause }) => numbers.get(cause)).sort();
		const verdict = why.length === 0 ? readiness : `${readiness}, see ${why.join(', ')}`;
		return `${String(number).padStart(2)}  ${title.padEnd(titles)}  ${String(minutes).padStart(2)} min  ${verdict}`;
	});
	const reasons = groups.flatMap((group) => ['', ...layoutGroup(group, numbers, width)]);
	return [...table, ...reasons].map((line) => `${line}\n`).join('');
}

/** What is cured by the same, so that the cure is told once. */
type Group = { readonly causes: readonly string[]; readonly fix: string };

function groupByFix(all: readonly Missing[]): Group[] {
	const groups = new Map<string, Set<string>>();
	for (const { cause, fix } of all) {
		groups.set(fix, (groups.get(fix) ?? new Set()).add(cause));
	}

	return [...groups].map(([fix, causes]) => ({ causes: [...causes], fix }));
}

function layoutGroup(
	{ causes, fix }: Group,
	numbers: ReadonlyMap<string, number>,
	width: number,
): string[] {
	const told = causes.flatMap((cause) =>
		layoutWords(cause, `${numbers.get(cause) ?? ''}`.padStart(2), width),
	);
	const cure = splitFix(fix).flatMap(({ kind, text }) =>
		kind === 'words'
			? layoutWords(text, '  ', width)
			: breakLine(text, width - margin).map((line) => ' '.repeat(margin) + line),
	);
	return [...told, ...cure];
}

/** Columns before what is told of a cause. */
const margin = 4;

function layoutWords(text: string, mark: string, width: number): string[] {
	const lines = wrap([plain(text)], width - margin);
	return hang(lines, plain(`${mark}  `), plain(' '.repeat(margin))).map(textOf);
}

const textOf = (line: StyledLine): string =>
	line
		.map(({ text }) => text)
		.join('')
		.trimEnd();
