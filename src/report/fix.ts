/** A fix in pieces: words to read, and lines to type. */
export type Advice = { readonly kind: 'words' | 'line'; readonly text: string };

/**
 * Takes the lines out of a fix, in which each stands in backticks after a colon: they are to be
 * copied, so nothing may stand around them. Other backticks are part of a sentence.
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

/** The lines alone. */
export function linesOf(fix: string): string[] {
	return splitFix(fix).flatMap(({ kind, text }) => (kind === 'line' ? [text] : []));
}

/** A line that is too wide is broken before an option, as a shell lets one; else it is left whole. */
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
