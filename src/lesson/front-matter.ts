import type { Yaml } from 'mdast';
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { beginning, type Manuscript, type Place, placeAt, report } from './manuscript.ts';
import { LessonError } from './problem.ts';
import { reportWrittenCharacter } from './terminal-characters.ts';

/** The version of the grammar that this program reads. */
export const lessonFormat = 1;

export type FrontMatter = { readonly id: string; readonly title: string; readonly minutes: number };

type Field = { readonly value: unknown; readonly place: Place };
type Fields = ReadonlyMap<string, Field>;

const opening = '---\n';
const example = '`format: 1`, `id`, `title` and `minutes`';

/**
 * Reads the part between the two `---`. Problems are reported and the missing values are empty;
 * a newer format throws a LessonError at once, as nothing else can be known about it.
 */
export function parseFrontMatter(node: Yaml | undefined, manuscript: Manuscript): FrontMatter {
	const empty = { id: '', title: '', minutes: 0 };
	if (!node) {
		report(
			manuscript,
			beginning,
			`A lesson begins with \`---\`, the lines ${example}, and \`---\`.`,
		);
		return empty;
	}
	const document = parseDocument(node.value, { prettyErrors: false });
	const fields = isMap(document.contents) ? toFields(document.contents, manuscript) : new Map();
	checkFormat(fields, manuscript);
	if (document.errors.length === 0) return readFields(fields, manuscript);
	for (const { message, pos } of document.errors) {
		report(manuscript, yamlPlace(manuscript, pos[0]), notYaml(message));
	}
	return empty;
}

function toFields(map: YAMLMap, manuscript: Manuscript): Fields {
	return new Map(
		map.items.map(({ key, value }) => {
			const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
			return [
				isScalar(key) ? String(key.value) : '',
				{ value: isScalar(value) ? value.value : value, place: yamlPlace(manuscript, offset) },
			];
		}),
	);
}

function checkFormat(fields: Fields, manuscript: Manuscript): void {
	const format = fields.get('format');
	const place = format?.place ?? beginning;
	if (format?.value === lessonFormat) return;
	if (typeof format?.value !== 'number' || format.value < lessonFormat) {
		report(manuscript, place, `The front matter must say \`format: ${lessonFormat}\`.`);
		return;
	}
	report(
		manuscript,
		place,
		`This lesson is written in format ${format.value} and this program reads format ${lessonFormat}; update the program, for example with \`npx containers-under-the-hood@latest\`.`,
	);
	throw new LessonError(manuscript.problems);
}

function readFields(fields: Fields, manuscript: Manuscript): FrontMatter {
	for (const [name, { place }] of fields) {
		if (['format', 'id', 'title', 'minutes'].includes(name)) continue;
		report(manuscript, place, `The front matter has no key \`${name}\`; its keys are ${example}.`);
	}
	const read = <Value>(name: string, fits: (value: unknown) => value is Value, rule: string) => {
		const { value, place } = fields.get(name) ?? { value: undefined, place: beginning };
		if (fits(value)) return value;
		report(manuscript, place, `The front matter needs ${rule}.`);
		return undefined;
	};
	const title = fields.get('title');
	// YAML can write any character by its number.
	if (isTitle(title?.value)) reportWrittenCharacter(title.value, manuscript, title.place);
	return {
		id: read('id', isId, '`id`: lower-case words joined by hyphens, such as `id: the-leak`') ?? '',
		title: read('title', isTitle, '`title`: a line of text, such as `title: The leak`') ?? '',
		minutes: read('minutes', isMinutes, '`minutes`: a whole number, such as `minutes: 4`') ?? 0,
	};
}

function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

function isTitle(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '' && !/[\t\n]/.test(value);
}

function isMinutes(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) > 0;
}

function notYaml(message: string): string {
	return `The front matter is not YAML (${message.split('\n', 1).join('')}); put a value that holds a colon in quotes.`;
}

function yamlPlace(manuscript: Manuscript, offset: number): Place {
	return placeAt(manuscript, opening.length + offset);
}
