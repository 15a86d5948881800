/** Returns one word of shell that stands for exactly this text. */
export function quote(text: string): string {
	if (/^[\w./:-]+$/.test(text)) {
		return text;
	}

	// About a `$` in single quotes, ShellCheck asks whether it is meant to stand for itself.
	return /'|`|\$[\w({]/.test(text) ? `"${escapeInQuotes(text)}"` : `'${text}'`;
}

/** Returns text for between double quotes. */
export function escapeInQuotes(text: string): string {
	return text.replace(/[\\"$`]/g, '\\$&');
}

/** Returns text for a here-document in which the shell looks for `$(…)`. */
export function escapeInDocument(text: string): string {
	return text.replace(/[\\$`]/g, '\\$&');
}

/** Returns a command with its last arguments, on two lines where one would be long. */
export function command(beginning: string, rest: string): string {
	const line = `${beginning} ${rest}`;
	return line.length <= 100 ? line : `${beginning} \\\n\t${rest}`;
}
