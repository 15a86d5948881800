/** One word of shell that stands for exactly this text. */
export function quote(text: string): string {
	if (/^[\w./:-]+$/.test(text)) {
		return text;
	}

	// In single quotes ShellCheck asks whether a `$` is meant to stand for itself.
	return /'|`|\$[\w({]/.test(text) ? `"${escapeInQuotes(text)}"` : `'${text}'`;
}

/** For text between double quotes. */
export function escapeInQuotes(text: string): string {
	return text.replace(/[\\"$`]/g, '\\$&');
}

/** For text in a here-document that the shell reads through for `$(…)`. */
export function escapeInDocument(text: string): string {
	return text.replace(/[\\$`]/g, '\\$&');
}

/** A command and its last arguments, on two lines where one would be long. */
export function command(beginning: string, rest: string): string {
	const line = `${beginning} ${rest}`;
	return line.length <= 100 ? line : `${beginning} \\\n\t${rest}`;
}
