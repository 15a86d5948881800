/**
 * Returns a line of the learner's as it is given to the shell. With a quotation mark that is never
 * closed, a shell would take what is typed next for a part of the line; `eval` says at once what is
 * wrong. A program that reads its input, such as `cat` without a file, would take what is typed
 * next, too, and wait for more.
 */
export function guarded(line: string): string {
	return `eval '${line.replaceAll("'", String.raw`'\''`)}' <&${noInput}`;
}

/**
 * The number of the file descriptor from which every shell of a terminal, also in a jail, reads
 * nothing.
 */
export const noInput = 9;
