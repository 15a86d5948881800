import type { Capabilities } from './capabilities.ts';
import type { CommandResult } from './command-result.ts';
import { decode } from './decode.ts';

/**
 * Why something failed, with what that usually means, where it is known.
 * @param suspects commands that may be to blame, in the order in which they were typed; the last is the most likely
 */
export function withMeaning(
	why: string | undefined,
	suspects: readonly CommandResult[],
	capabilities: Capabilities,
): string | undefined {
	if (why === undefined) {
		return undefined;
	}

	const meanings = suspects
		.filter(({ exit, stopped }) => exit !== undefined && stopped !== 'learner')
		.map((command) => decode(command, capabilities));
	const meaning = meanings.findLast((one) => one !== undefined);
	return meaning === undefined ? why : `${why} This usually means: ${meaning}`;
}
