import type { Provisions } from '../words/provisions.ts';
import type { CommandResult } from '../words/command-result.ts';
import type { Diagnosis } from './decode/reading.ts';
import { readings } from './decode/readings.ts';

/**
 * Returns what it usually means that a command did not do what was expected of it, and what to do,
 * as sentences. Most of these messages mislead: "Cannot allocate memory" has nothing to do with
 * memory.
 * @returns undefined where nothing is known about the failure
 */
export function decode(command: CommandResult, provisions: Provisions): string | undefined {
	const found = recognise(command);
	return found && tell(found.reading, found.groups, provisions);
}

/** Returns the first diagnosis that fits, with the matched groups of what was printed. */
export function recognise(
	command: CommandResult,
): { readonly reading: Diagnosis; readonly groups: readonly string[] } | undefined {
	for (const reading of readings) {
		const groups = fit(reading, command);
		if (groups !== undefined) {
			return { reading, groups };
		}
	}

	return undefined;
}

/**
 * Returns the matched groups of what was printed, or undefined where the diagnosis does not fit.
 */
function fit(
	{ says, exit, typed }: Diagnosis,
	command: CommandResult,
): readonly string[] | undefined {
	// How a command ended tells nothing where somebody interrupted it.
	const ended = command.stopped === undefined ? command.exit : undefined;
	const match = says?.exec(command.output);
	const fits =
		(says === undefined || match) &&
		(exit === undefined || exit === ended) &&
		(typed === undefined || typed.test(command.text));
	return fits ? (match ?? []) : undefined;
}

function tell(
	{ takes, means }: Diagnosis,
	[, first = '']: readonly string[],
	{ missing, provides }: Provisions,
): string {
	const lack = takes && missing.get(takes);
	if (lack !== undefined) {
		return `${lack.cause} ${lack.fix}`;
	}

	return typeof means === 'string' ? means.replaceAll('$1', () => first) : means(provides);
}
