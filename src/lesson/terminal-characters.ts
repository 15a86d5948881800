import type { Nodes, Root } from 'mdast';
import { firstObeyed, makeVisible } from '../text/visible-text.ts';
import { beginning, type Manuscript, type SourcePosition, report } from './manuscript.ts';

/** The number of lines that are reported: a stranger's file may have any number of them. */
const mostLines = 20;

/**
 * Reports, for each line, the first character that a terminal would obey. A lesson may come from
 * anybody, and `check` is how its reader looks at it first.
 */
export function reportHeldCharacters(manuscript: Manuscript): void {
	manuscript.text
		.split('\n')
		.map((text, index) => ({ text, line: index + 1, character: firstObeyed(text) }))
		.filter(({ character }) => character !== undefined)
		.slice(0, mostLines)
		.forEach(({ text, line, character = '' }) => {
			report(manuscript, { line, column: text.indexOf(character) + 1 }, refusal(character));
		});
}

/**
 * Reports characters that a terminal would obey, and that Markdown writes by number or name:
 * `&#x202e;`, `&rlm;`.
 */
export function reportWrittenCharacters(tree: Root, manuscript: Manuscript): void {
	const nodes: Nodes[] = [tree];
	for (const node of nodes) {
		reportWrittenCharacter(textsOf(node).join(' '), manuscript, node.position?.start ?? beginning);
		if ('children' in node) {
			nodes.push(...node.children);
		}
	}
}

/** Reports the first such character in a text that was read from this place. */
export function reportWrittenCharacter(
	text: string,
	manuscript: Manuscript,
	place: SourcePosition,
): void {
	const character = firstObeyed(text);
	if (character !== undefined) {
		report(manuscript, place, refusal(character));
	}
}

/** Returns the texts of a node itself, without those of its children. */
function textsOf(node: Nodes): readonly string[] {
	return Object.values(node).filter((value: unknown) => typeof value === 'string');
}

function refusal(character: string): string {
	return `A terminal obeys the character \`${makeVisible(character)}\` instead of showing it, so that a reader would not see what the lesson says; remove it. A command that is to print it writes it as an escape, as in \`printf '\\033[1m'\`.`;
}
