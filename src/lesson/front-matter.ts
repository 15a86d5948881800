import type { Yaml } from 'mdast';
import { type GenericSchema, integer, minValue, number, pipe, regex, string } from 'valibot';
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { type Entries, fields } from '../schema/fields.ts';
import { fits } from '../schema/fits.ts';
import { beginning, type Manuscript, type SourcePosition, placeAt, report } from './manuscript.ts';
import { lessonError } from './problem.ts';
import { reportWrittenCharacter } from './terminal-characters.ts';

/** The version of the grammar that this program reads. */
const lessonFormat = 1;

export type FrontMatter = { readonly id: string; readonly title: string; readonly minutes: number };

const entries: Entries<FrontMatter> = {
	id: pipe(string(), regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
	title: pipe(string(), regex(/^[^\t\n]*\S[^\t\n]*$/)),
	minutes: pipe(number(), integer(), minValue(1)),
};

const schema = fields<FrontMatter>(entries);

/** What a value must be, by its key. */
const rules: Readonly<Record<keyof FrontMatter, string>> = {
	id: '`id`: lower-case words joined by hyphens, such as `id: the-leak`',
	title: '`title`: a line of text, such as `title: The leak`',
	minutes: '`minutes`: a whole number, such as `minutes: 4`',
};

const empty: FrontMatter = { id: '', title: '', minutes: 0 };

type Field = { readonly value: unknown; readonly place: SourcePosition };
type Fields = ReadonlyMap<string, Field>;

const opening = '---\n';
const example = '`format: 1`, `id`, `title` and `minutes`';

/**
 * The values between the two `---`. Problems are reported, and all values are empty then;
 * a newer format throws a KnownError at once, as nothing else can be known about it.
 */
export function parseFrontMatter(node: Yaml | undefined, manuscript: Manuscript): FrontMatter {
	if (!node) {
		report(
			manuscript,
			beginning,
			`A lesson begins with \`---\`, the lines ${example}, and \`---\`.`,
		);
		return empty;
	}
	const document = parseDocument(node.value, { prettyErrors: false });
	const found = isMap(document.contents) ? toFields(document.contents, manuscript) : new Map();
	checkFormat(found, manuscript);
	if (document.errors.length === 0) {
		return readFields(found, manuscript);
	}
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
	const place = placeOfKey(fields, 'format');
	if (format?.value === lessonFormat) {
		return;
	}
	if (typeof format?.value !== 'number' || format.value < lessonFormat) {
		report(manuscript, place, `The front matter must say \`format: ${lessonFormat}\`.`);
		return;
	}
	report(
		manuscript,
		place,
		`This lesson is written in format ${format.value} and this program reads format ${lessonFormat}; update the program, for example with \`npx containers-under-the-hood@latest\`.`,
	);
	throw lessonError(manuscript.problems);
}

function readFields(found: Fields, manuscript: Manuscript): FrontMatter {
	for (const [name, { place }] of found) {
		if (name !== 'format' && !Object.hasOwn(entries, name)) {
			report(
				manuscript,
				place,
				`The front matter has no key \`${name}\`; its keys are ${example}.`,
			);
		}
	}
	const values = {
		id: found.get('id')?.value,
		title: found.get('title')?.value,
		minutes: found.get('minutes')?.value,
	};
	// YAML can write any character by its number.
	if (fits(entries.title, values.title)) {
		reportWrittenCharacter(values.title, manuscript, placeOfKey(found, 'title'));
	}
	if (fits(schema, values)) {
		return values;
	}
	for (const name of ['id', 'title', 'minutes'] as const) {
		const entry: GenericSchema = entries[name];
		if (!fits(entry, values[name])) {
			report(manuscript, placeOfKey(found, name), `The front matter needs ${rules[name]}.`);
		}
	}
	return empty;
}

function placeOfKey(found: Fields, name: string): SourcePosition {
	return found.get(name)?.place ?? beginning;
}

function notYaml(message: string): string {
	return `The front matter is not YAML (${message.split('\n', 1).join('')}); put a value that holds a colon in quotes.`;
}

function yamlPlace(manuscript: Manuscript, offset: number): SourcePosition {
	return placeAt(manuscript, opening.length + offset);
}
