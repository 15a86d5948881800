/**
 * Returns what the changelog says of one version, without its heading: Markdown, or an empty string where the changelog
 * does not know the version, or says nothing of it.
 * @param changelog as CHANGELOG.md has it: a heading `## VERSION` for each, perhaps with a date behind it
 */
export function notesFor(version: string, changelog: string): string {
	const sections = changelog.split(/^## /m).slice(1);
	const own = sections.find((section) => /^\S+/.exec(section)?.[0] === version);
	const text = own?.slice(own.indexOf('\n')).trim() ?? '';
	return text === '' ? '' : `${text}\n`;
}
