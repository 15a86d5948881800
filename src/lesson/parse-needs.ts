import { type Block, writtenLines } from './blocks.ts';
import { isRequirement, unknownRequirement } from './condition.ts';
import { type Manuscript, placeOf, report } from './manuscript.ts';
import type { Requirement } from './requirement.ts';

/**
 * Parses a block of requirements, one a line. Reports those that do not exist.
 *
 * @example
 *     ```needs
 *     pid-namespace
 *     ```
 */
export function parseNeeds(block: Block, manuscript: Manuscript): readonly Requirement[] {
	return writtenLines(block).flatMap(({ text, line }) => {
		if (isRequirement(text)) {
			return [text];
		}
		report(manuscript, placeOf(manuscript, text, line), unknownRequirement(text));
		return [];
	});
}
