import { readFileSync } from 'node:fs';

/** The commands of a document, in order: the lines of its `sh` blocks. */
export function commandsOf(file: string): readonly string[] {
	const blocks = readFileSync(file, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms);
	return [...blocks].flatMap(([, lines = '']) => lines.split('\n').filter(Boolean));
}
