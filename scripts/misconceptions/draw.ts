import { findWords } from './find-words.ts';

/** A row of docs/misconceptions.yaml. */
export type Misconception = {
	readonly believed: string;
	readonly true: string;
	readonly source: string;
	/** The number of a lesson, a colon, and words of it. */
	readonly cured?: readonly string[];
};

/** Lessons by their numbers, each with its folder's name and its source. */
export type Lessons = ReadonlyMap<number, { readonly name: string; readonly source: string }>;

/** Where one is cured; a complaint where it is not. */
type Cure = { readonly text: string; readonly complaint?: string };

/** The table of docs/misconceptions.md, and what is wrong with it. */
export function drawMisconceptions(
	rows: readonly Misconception[],
	lessons: Lessons,
): { readonly table: string; readonly complaints: readonly string[] } {
	const drawn = rows.map((row) => ({ row, cures: (row.cured ?? []).map((c) => cure(c, lessons)) }));
	return {
		table: [
			'| Believed | True | Source | Cured in |',
			'| --- | --- | --- | --- |',
			...drawn.map(({ row, cures }) => {
				const where = cures.map(({ text }) => text).join('<br>');
				return `| ${row.believed} | ${row.true} | ${row.source} | ${where} |`;
			}),
		].join('\n'),
		complaints: drawn.flatMap(({ row, cures }) => [
			...cures.flatMap(({ complaint }) => complaint ?? []),
			...(cures.length === 0 ? [`Nothing cures “${row.believed}”.`] : []),
		]),
	};
}

function cure(text: string, lessons: Lessons): Cure {
	const [, number = '', words = ''] = /^(\d+): (.*)$/s.exec(text) ?? [];
	const lesson = lessons.get(Number(number));
	if (lesson === undefined) {
		return { text, complaint: `There is no lesson ${number}: ${text}` };
	}
	const found = findWords(lesson.source, words);
	if (found === undefined) {
		return { text, complaint: `Lesson ${number} does not say “${words}” any more.` };
	}
	const file = `../lessons/${lesson.name}/lesson.md`;
	const where =
		found.title === undefined
			? `[${number}](${file})`
			: `[${number}, ${found.title}](${file}#${anchor(found.title)})`;
	return { text: `${where}: ${found.part}, “${words}”` };
}

/** As GitHub names a heading. */
const anchor = (title: string) =>
	title
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(/\s/g, '-');
