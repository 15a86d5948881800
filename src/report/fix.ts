/** A piece of a fix: words to read, or a line to type. */
export type Advice = { readonly kind: 'words' | 'line'; readonly text: string };

/**
 * Divides a fix into words and lines. Each line stands in backticks after a colon, as in ``Install
 * it: `apt-get install strace` ``; it is to be copied, so nothing may stand around it. Other
 * backticks are part of a sentence.
 */
export function splitFix(fix: string): Advice[] {
	return fix
		.split(/(: `[^`]+`)(?:[.,]|$)/)
		.flatMap((part): Advice[] => {
			const line = /^: `([^`]+)`$/.exec(part)?.[1];
			return line === undefined
				? [{ kind: 'words', text: part.trim() }]
				: [{ kind: 'line', text: line }];
		})
		.filter(({ text }) => text !== '')
		.map((piece, index, all) =>
			piece.kind === 'words' && all[index + 1]?.kind === 'line'
				? { ...piece, text: `${piece.text}:` }
				: piece,
		);
}

/** Returns the lines of a fix, without its words. */
export function linesOf(fix: string): string[] {
	return splitFix(fix).flatMap(({ kind, text }) => (kind === 'line' ? [text] : []));
}

/**
 * Breaks a line that is too wide before an option, with a backslash as a shell wants it; otherwise
 * leaves it whole.
 */
export function breakLine(line: string, width: number): string[] {
	if (line.length <= width || !line.includes(' --')) {
		return [line];
	}

	const lines: string[] = [];
	for (const piece of line.split(/ (?=--)/)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${piece} \\`.length <= width) {
			lines[lines.length - 1] = `${last} ${piece}`;
		} else {
			lines.push(lines.length === 0 ? piece : `  ${piece}`);
		}
	}

	return lines.map((one, index) => (index < lines.length - 1 ? `${one} \\` : one));
}
