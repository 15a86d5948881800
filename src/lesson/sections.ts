import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { beginning, type Manuscript, type SourcePosition, report } from './manuscript.ts';

/** A `##` heading, and the nodes below it. */
export type StepSection = {
	readonly title: string;
	readonly place: SourcePosition;
	readonly nodes: readonly RootContent[];
};

/** Splits a lesson at its `##` headings. Returns the nodes before the first, and the sections. */
export function toSections(root: Root, manuscript: Manuscript) {
	const nodes = root.children.filter(({ type }) => type !== 'yaml');
	for (const heading of nodes.filter(isTitle)) {
		report(manuscript, placeOfNode(heading), oneTitle);
	}
	const starts = nodes.flatMap((node, at) => (isStep(node) ? [{ node, at }] : []));
	for (const { node } of starts) {
		if (/[\t\n]/.test(plainText(node))) {
			report(manuscript, placeOfNode(node), oneLine);
		}
	}
	return {
		intro: nodes.slice(0, starts[0]?.at),
		steps: starts.map(({ node, at }, index): StepSection => ({
			title: plainText(node).trim(),
			place: placeOfNode(node),
			nodes: nodes.slice(at + 1, starts[index + 1]?.at),
		})),
	};
}

/** Returns where a node begins. */
export function placeOfNode(node: Nodes): SourcePosition {
	return node.position?.start ?? beginning;
}

/** Returns the author's Markdown from the first of these nodes to the last. */
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
	if ('value' in node) {
		return node.value;
	}
	return 'children' in node ? node.children.map(plainText).join('') : '';
}

const oneLine = 'The title of a step is one line, without tabs.';

const oneTitle =
	'The title of a lesson is in its front matter; begin a step with `##`, and a part of one with `###`.';
