/**
 * A program and its arguments, without their quotes, and the files that its output is redirected
 * to.
 */
export type SimpleCommand = {
	readonly words: readonly string[];
	readonly redirects: readonly string[];
};

/**
 * Divides a line into the simple commands of sh(1): `echo "a b" > c | wc` has two. Substitutions
 * stay within their words.
 */
export function simpleCommands(text: string): readonly SimpleCommand[] {
	const commands: { words: string[]; redirects: string[] }[] = [{ words: [], redirects: [] }];
	let redirected: 'redirects' | 'input' | undefined;
	for (const { groups = {} } of text.matchAll(token)) {
		const { word, output, input, separator } = groups;
		if (separator !== undefined) {
			commands.push({ words: [], redirects: [] });
		} else if (output !== undefined) {
			redirected = 'redirects';
		} else if (input !== undefined) {
			redirected = 'input';
		} else if (word !== undefined) {
			if (redirected !== 'input') {
				commands.at(-1)?.[redirected ?? 'words'].push(unquote(word));
			}
			redirected = undefined;
		}
	}
	return commands.filter(({ words, redirects }) => words.length + redirects.length > 0);
}

/**
 * Divides a line into its simple commands, and adds those that a shell within it is given to run:
 * `bash -c 'rm x'`.
 */
export function allCommands(text: string): readonly SimpleCommand[] {
	return simpleCommands(text).flatMap((command) => {
		const script = command.words[command.words.findIndex((word) => /^-\w*c$/.test(word)) + 1];
		const isShell = command.words.some((word) => /(^|\/)(ba|da)?sh$/.test(word));
		return isShell && script?.includes(' ') ? [command, ...allCommands(script)] : [command];
	});
}

const part = [
	String.raw`'[^']*'`,
	String.raw`"(?:\\.|[^"\\])*"`,
	String.raw`\\.`,
	String.raw`\{\{.*?\}\}`,
	// Matches `$( … )`, up to three deep, and `$[ … ]`, which is old arithmetic of bash.
	String.raw`\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`,
	String.raw`\$\[[^\]]*\]`,
	'`[^`]*`',
	String.raw`[^\s;&|<>()'"\\]`,
].join('|');

const token = new RegExp(
	[
		String.raw`(?<space>[ \t]+|\\\n|(?<=\s|^)#[^\n]*)`,
		String.raw`(?<output>(?:\d*|&)>[>|&]?)`,
		String.raw`(?<input>\d*<{1,3}&?)`,
		String.raw`(?<separator>&&|\|\||[;&|()\n])`,
		`(?<word>(?:${part})+)`,
	].join('|'),
	'gsu',
);

function unquote(word: string): string {
	return word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, '$1$2$3');
}
