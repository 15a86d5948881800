import type { Provisions } from '../words/provisions.ts';
import type { CommandResult } from '../words/command-result.ts';
import { decode } from './decode.ts';

/**
 * Adds to the reason why something failed what that usually means, where it is known.
 * @param suspects The commands that may be to blame, in the order in which they were typed; the
 * last is the most likely.
 */
export function withMeaning(
	why: string | undefined,
	suspects: readonly CommandResult[],
	provisions: Provisions,
): string | undefined {
	if (why === undefined) {
		return undefined;
	}

	const meanings = suspects
		.filter(({ exit, stopped }) => exit !== undefined && stopped !== 'learner')
		.map((command) => decode(command, provisions));
	const meaning = meanings.findLast((one) => one !== undefined);
	return meaning === undefined ? why : `${why} This usually means: ${meaning}`;
}
