import type { RootContent } from 'mdast';
import { type Block, isBlock, parseBlock, reportStrays } from './blocks.ts';
import { type Manuscript, report } from './manuscript.ts';
import { placeOfNode } from './sections.ts';

/**
 * The Markdown of a step or an introduction, with the blocks that the program reads in its middle.
 */
export type Arrangement = {
	readonly before: readonly RootContent[];
	readonly blocks: readonly Block[];
	readonly after: readonly RootContent[];
};

/** Divides nodes into prose, blocks, and prose. Reports blocks that stand apart from the others. */
export function arrange(nodes: readonly RootContent[], manuscript: Manuscript): Arrangement {
	reportStrays(nodes, manuscript);
	const first = nodes.findIndex(isBlock);
	if (first === -1) {
		return { before: nodes, blocks: [], after: [] };
	}
	const last = nodes.findLastIndex(isBlock);
	const middle = nodes.slice(first, last + 1);
	const between = middle.find((node) => !isBlock(node));
	if (between) {
		report(manuscript, placeOfNode(between), proseBetween);
	}
	return {
		before: nodes.slice(0, first),
		blocks: middle.filter(isBlock).map((node) => parseBlock(node, manuscript)),
		after: nodes.slice(last + 1),
	};
}

const proseBetween =
	'Prose stands before the blocks of a step or after them; make this the beginning of a new step (`##`), or move it.';
