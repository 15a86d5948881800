import type { RootContent } from 'mdast';
import { arrange } from './arrangement.ts';
import type { Command } from './lesson.ts';
import { type Manuscript, report } from './manuscript.ts';
import { isSetup, parseCommands, roleOf } from './parse-commands.ts';
import { parseNeeds } from './parse-needs.ts';
import type { Requirement } from './requirement.ts';
import { placeOfNode, slice } from './sections.ts';

/**
 * Parses what stands before the first step: prose, then what the lesson needs and what builds its
 * starting state.
 */
export function parseIntro(
	nodes: readonly RootContent[],
	manuscript: Manuscript,
): {
	readonly intro: string;
	readonly needs: readonly Requirement[];
	readonly setup: readonly Command[];
} {
	const { before, blocks, after } = arrange(nodes, manuscript);
	const [behind] = after;
	if (behind) {
		report(manuscript, placeOfNode(behind), proseBehind);
	}
	const needs = blocks.filter(({ kind }) => kind === 'needs');
	for (const block of blocks.filter(
		(other) => (!needs.includes(other) && !isSetup(other)) || roleOf(other),
	)) {
		report(manuscript, block.place, notSetup);
	}
	return {
		intro: slice(manuscript, before),
		needs: needs.flatMap((block) => parseNeeds(block, manuscript)),
		setup: blocks.filter(isSetup).flatMap((block) => parseCommands(block, manuscript)),
	};
}

const proseBehind = 'The setup comes last before the first step; move this prose above it.';
const notSetup =
	'Before the first `##` only setup is typed; write `sh host setup`, or move this block into a step.';
