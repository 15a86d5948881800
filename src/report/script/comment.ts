import { findFacts } from '../../lesson/fact.ts';
import { layoutMarkdown } from '../markdown.ts';

/** Columns of a comment, with the `# ` before it. */
export const width = 78;

/** Markdown as comment lines, with `[pid of tail -f a.txt]` for a fact that only a run knows. */
export function comment(markdown: string): string {
	return layoutMarkdown(nameFacts(markdown), width - 2)
		.map((line) => `# ${line.map(({ text }) => text).join('')}`.trimEnd())
		.join('\n');
}

/** A heading that is found again when scrolling. */
export function heading(title: string): string {
	const rule = '═'.repeat(Math.max(width - title.length - 6, 2));
	return `# ══ ${title} ${rule}`;
}

export function nameFacts(text: string): string {
	return findFacts(text).reduce(
		(named, { fact }) => named.replace(`{{${fact}}}`, `[${fact.trim()}]`),
		text,
	);
}
