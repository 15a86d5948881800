import library from './shell/functions.sh';

/**
 * Returns the functions of `functions.sh` that this shell calls, and those that they call, in the
 * order of the file.
 */
export function functionsFor(shell: string): readonly string[] {
	const used = new Set<string>();
	const look = (text: string) => {
		for (const { name, body } of functions) {
			if (!used.has(name) && new RegExp(`\\b${name}\\b`).test(text)) {
				used.add(name);
				look(body);
			}
		}
	};
	look(shell);
	return functions.filter(({ name }) => used.has(name)).map(({ body }) => body);
}

/** The functions of the file, each with the comment above it. */
const functions = library
	.trim()
	.split('\n\n')
	.map((body) => ({ name: /^\w+(?=\(\))/m.exec(body)?.[0] ?? '', body }));
