import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { beginning, type Manuscript, type Place, report } from './manuscript.ts';

/** The nodes below one `##` heading. */
export type Section = {
	readonly title: string;
	readonly place: Place;
	readonly nodes: readonly RootContent[];
};

/** Splits a lesson at its `##` headings. */
export function toSections(root: Root, manuscript: Manuscript) {
	const nodes = root.children.filter(({ type }) => type !== 'yaml');
	for (const heading of nodes.filter(isTitle)) report(manuscript, placeOfNode(heading), oneTitle);
	const starts = nodes.flatMap((node, at) => (isStep(node) ? [{ node, at }] : []));
	for (const { node } of starts) {
		if (/[\t\n]/.test(plainText(node))) report(manuscript, placeOfNode(node), oneLine);
	}
	return {
		intro: nodes.slice(0, starts[0]?.at),
		steps: starts.map(({ node, at }, index): Section => ({
			title: plainText(node).trim(),
			place: placeOfNode(node),
			nodes: nodes.slice(at + 1, starts[index + 1]?.at),
		})),
	};
}

export function placeOfNode(node: Nodes): Place {
	return node.position?.start ?? beginning;
}

/** The author's Markdown from the first of these nodes to the last. */
export function slice({ text }: Manuscript, nodes: readonly RootContent[]): string {
	const start = nodes[0]?.position?.start.offset ?? 0;
	const end = nodes.at(-1)?.position?.end.offset ?? 0;
	return text.slice(start, end).trim();
}

function isStep(node: RootContent): node is Heading {
	return node.type === 'heading' && node.depth === 2;
}

function isTitle(node: RootContent): boolean {
	return node.type === 'heading' && node.depth === 1;
}

function plainText(node: Nodes): string {
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(plainText).join('') : '';
}

const oneLine = 'The title of a step is one line, without tabs.';

const oneTitle =
	'The title of a lesson is in its front matter; begin a step with `##`, and a part of one with `###`.';
