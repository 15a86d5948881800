import type { RootContent } from 'mdast';
import { arrange } from './arrangement.ts';
import type { Command } from './lesson.ts';
import { type Manuscript, report } from './manuscript.ts';
import { isSetup, parseCommands } from './parse-commands.ts';
import { placeOfNode } from './sections.ts';

/** What stands before the first step: prose, then the blocks that build the starting state. */
export function parseIntro(
	nodes: readonly RootContent[],
	manuscript: Manuscript,
): { readonly intro: string; readonly setup: readonly Command[] } {
	const { prose, blocks, after } = arrange(nodes, manuscript);
	const [behind] = after;
	if (behind) report(manuscript, placeOfNode(behind), proseBehind);
	for (const block of blocks.filter((other) => !isSetup(other)))
		report(manuscript, block.place, notSetup);
	return {
		intro: prose,
		setup: blocks.filter(isSetup).flatMap((block) => parseCommands(block, manuscript)),
	};
}

const proseBehind = 'The setup comes last before the first step; move this prose above it.';
const notSetup =
	'Before the first `##` only setup is typed; write `sh host setup`, or move this block into a step.';
