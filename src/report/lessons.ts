import type { Missing } from '../engine/words/provisions.ts';
import { breakLine, splitFix } from './fix.ts';
import { hang, plain, type StyledLine } from './span.ts';
import { wrap } from './wrap.ts';

/** What `list` and `doctor` tell about a lesson. */
export type ListedLesson = {
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	readonly readiness: 'ready' | 'limited' | 'not here';
	readonly causes: readonly Missing[];
};

/** Returns how long the course takes, and its lessons. */
export function layoutCourse(lessons: readonly ListedLesson[], width: number): string {
	const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
	return `${lessons.length} lessons, ${minutes} minutes in all.\n\n${layoutLessons(lessons, width)}`;
}

/**
 * Returns a line for each lesson; below them, once each, why not all of it can be done here and
 * what would help.
 */
function layoutLessons(lessons: readonly ListedLesson[], width: number): string {
	const { verdictOf, reasons } = judge(lessons, width);
	const titles = Math.max(...lessons.map(({ title }) => title.length));
	const table = lessons.map((lesson) => {
		const { number, title, minutes } = lesson;
		return `${String(number).padStart(2)}  ${title.padEnd(titles)}  ${String(minutes).padStart(2)} min  ${verdictOf(lesson)}`;
	});
	return [...table, ...reasons].map((line) => `${line}\n`).join('');
}

/**
 * Returns the lessons in few lines: those with the same verdict stand together, by their numbers.
 */
export function layoutVerdicts(lessons: readonly ListedLesson[], width: number): string {
	const { verdictOf, reasons } = judge(lessons, width);
	const verdicts = [...new Set(lessons.map(verdictOf))].flatMap((verdict, index) => {
		const numbers = rangesOf(lessons, (lesson) => verdictOf(lesson) === verdict);
		const lines = wrap([plain(`${numbers}: ${verdict}`)], width - nameColumn);
		const name = plain((index === 0 ? 'lessons' : '').padEnd(nameColumn));
		return hang(lines, name, plain(' '.repeat(nameColumn))).map(textOf);
	});
	return [...verdicts, ...reasons].map((line) => `${line}\n`).join('');
}

/** The width of the column of names, before what is said about each. */
export const nameColumn = 12;

/** Returns the numbers of the lessons that `fits` accepts, such as `0–4, 7`. */
function rangesOf(
	lessons: readonly ListedLesson[],
	fits: (lesson: ListedLesson) => boolean,
): string {
	const ranges: number[][] = [];
	lessons.forEach((lesson, index) => {
		const before = lessons[index - 1];
		if (!fits(lesson)) {
			return;
		}
		if (before !== undefined && fits(before)) {
			ranges.at(-1)?.push(lesson.number);
		} else {
			ranges.push([lesson.number]);
		}
	});
	return ranges
		.map((range) => (range.length > 2 ? [range[0], range.at(-1)].join('–') : range.join(', ')))
		.join(', ');
}

/** Returns the verdict on each lesson, with the numbers of its reasons, and the reasons. */
function judge(lessons: readonly ListedLesson[], width: number) {
	const groups = groupByFix(lessons.flatMap(({ causes }) => causes));
	const numbers = new Map(
		groups.flatMap(({ causes }) => causes).map((cause, index) => [cause, index + 1]),
	);
	return {
		verdictOf: ({ causes, readiness }: ListedLesson): string => {
			const why = causes
				.map(({ cause }) => numbers.get(cause) ?? 0)
				.sort((one, other) => one - other);
			return why.length === 0 ? readiness : `${readiness}, see ${why.join(', ')}`;
		},
		reasons: groups.flatMap((group) => ['', ...layoutGroup(group, numbers, width)]),
	};
}

/** The causes that have the same fix, which is told once. */
type SharedFix = { readonly causes: readonly string[]; readonly fix: string };

function groupByFix(all: readonly Missing[]): SharedFix[] {
	const groups = new Map<string, Set<string>>();
	for (const { cause, fix } of all) {
		groups.set(fix, (groups.get(fix) ?? new Set()).add(cause));
	}

	return [...groups].map(([fix, causes]) => ({ causes: [...causes], fix }));
}

function layoutGroup(
	{ causes, fix }: SharedFix,
	numbers: ReadonlyMap<string, number>,
	width: number,
): string[] {
	const why = causes.flatMap((cause) =>
		layoutWords(cause, `${numbers.get(cause) ?? ''}`.padStart(2), width),
	);
	const cure = splitFix(fix).flatMap(({ kind, text }) =>
		kind === 'words'
			? layoutWords(text, '  ', width)
			: breakLine(text, width - margin).map((line) => ' '.repeat(margin) + line),
	);
	return [...why, ...cure];
}

/** The width of the column before a cause. */
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
