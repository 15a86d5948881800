import { findFacts } from '../../lesson/fact.ts';
import { layoutMarkdown } from '../markdown.ts';

/** The width of a comment in columns, with the `# ` before it. */
const width = 78;

/**
 * Returns Markdown as comment lines, with `[pid of tail -f a.txt]` for a fact that only a run
 * knows.
 */
export function comment(markdown: string): string {
	return layoutMarkdown(nameFacts(markdown), width - 2)
		.map((line) => `# ${line.map(({ text }) => text).join('')}`.trimEnd())
		.join('\n');
}

/** Returns a heading that stands out when somebody scrolls. */
export function heading(title: string): string {
	const rule = '═'.repeat(Math.max(width - title.length - 6, 2));
	return `# ══ ${title} ${rule}`;
}

/** Returns text with each `{{…}}` in brackets, for readers. */
export function nameFacts(text: string): string {
	return findFacts(text).reduce(
		(named, { fact }) => named.replace(`{{${fact}}}`, `[${fact.trim()}]`),
		text,
	);
}
