/**
 * A line of the learner's as the shell gets to read it. A quotation mark that is never closed would make
 * a shell take what is typed next for a part of it; `eval` says at once what is wrong. A program that
 * reads its input, such as `cat` without a file, would take what is typed next, too, and wait for more.
 */
export function guarded(line: string): string {
	return `eval '${line.replaceAll("'", String.raw`'\''`)}' <&${noInput}`;
}

/** The descriptor from which every shell of a terminal, in a jail as well, reads nothing. */
export const noInput = 9;
