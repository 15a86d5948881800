import { isObject, type JsonObject } from '../schema/values.ts';
import { parseJson } from '../text/parse-json.ts';
import { keptCharacters, makeSafe } from '../text/safe-text.ts';

/** The object that a text says in JSON, its strings made safe to print. Undefined where it says none. */
export function parseObject(text: string): JsonObject | undefined {
	const value = parseJson(text, makeStringSafe);
	return isObject(value) ? value : undefined;
}

function makeStringSafe(_key: string, value: unknown): unknown {
	return typeof value !== 'string' || isPlain(value)
		? value
		: value.split('\n').map(makeSafe).join('\n');
}

/** Most strings are: to ask this first halves the time that a recording takes to be read. */
function isPlain(text: string): boolean {
	return text.length <= keptCharacters && /^[\n -~]*$/.test(text);
}
