/** Returns text in which no character has a meaning in Markdown. */
export function escapeMarkdown(text: string): string {
	return text.replaceAll(/[\\`*_[\]<>#|~&]/g, (character) => `\\${character}`);
}

/** Returns a sentence in which nothing is Markdown but the code in backticks. */
export function escapeSentence(sentence: string): string {
	return sentence
		.split(/(`[^`]+`)/)
		.map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
		.join('');
}

/** Returns a span of code for a line, which may have backticks of its own. */
export function codeSpan(text: string): string {
	const line = text.replaceAll('\n', ' ');
	const fence = '`'.repeat(longestRun(line) + 1);
	const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
	return `${fence}${space}${line}${space}${fence}`;
}

/** Returns lines as a fenced block, which no fence in them ends. */
export function codeBlock(language: string, lines: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1));
	return `${fence}${language}\n${lines.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
