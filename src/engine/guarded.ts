/**
 * A line of the learner's as the shell gets to read it. A quotation mark that is never closed would make
 * a shell take what is typed next for a part of it; `eval` says at once what is wrong.
 */
export function guarded(line: string): string {
	return `eval '${line.replaceAll("'", String.raw`'\''`)}'`;
}
