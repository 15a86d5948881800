/** Returns the value that a text says in JSON, revived as by JSON.parse; undefined where it says none. */
export function parseJson(
	text: string,
	reviver?: (key: string, value: unknown) => unknown,
): unknown {
	try {
		return JSON.parse(text, reviver);
	} catch {
		return undefined;
	}
}
