/** Text as it is, whatever characters it has. */
export function escapeMarkdown(text: string): string {
	return text.replaceAll(/[\\`*_[\]<>#|~&]/g, (character) => `\\${character}`);
}

/** A sentence whose code is in backticks already; nothing else in it is meant as Markdown. */
export function escapeSentence(sentence: string): string {
	return sentence
		.split(/(`[^`]+`)/)
		.map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
		.join('');
}

/** Code in a line; it may have backticks of its own. */
export function codeSpan(text: string): string {
	const line = text.replaceAll('\n', ' ');
	const fence = '`'.repeat(longestRun(line) + 1);
	const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
	return `${fence}${space}${line}${space}${fence}`;
}

/** Lines as they are; a fence in them does not end it. */
export function codeBlock(language: string, lines: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1));
	return `${fence}${language}\n${lines.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
