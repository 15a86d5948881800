/** A program and its arguments without their quotes, and the files its output is redirected to. */
export type SimpleCommand = {
	readonly words: readonly string[];
	readonly redirects: readonly string[];
};

/** Splits what is typed into the simple commands of sh(1). Substitutions stay within their words. */
export function simpleCommands(text: string): readonly SimpleCommand[] {
	const commands: { words: string[]; redirects: string[] }[] = [{ words: [], redirects: [] }];
	let redirected: 'redirects' | 'input' | undefined;
	for (const { groups = {} } of text.matchAll(token)) {
		const { word, output, input, separator } = groups;
		if (separator !== undefined) commands.push({ words: [], redirects: [] });
		else if (output !== undefined) redirected = 'redirects';
		else if (input !== undefined) redirected = 'input';
		else if (word !== undefined) {
			if (redirected !== 'input') commands.at(-1)?.[redirected ?? 'words'].push(unquote(word));
			redirected = undefined;
		}
	}
	return commands.filter(({ words, redirects }) => words.length + redirects.length > 0);
}

/** Also what a shell within the command is given to run: `bash -c 'rm x'`. */
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
	// $( … ), up to three deep, and the old arithmetic of bash, $[ … ].
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
