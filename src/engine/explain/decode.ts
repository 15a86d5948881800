import type { Capabilities } from './capabilities.ts';
import type { CommandResult } from './command-result.ts';
import type { Reading } from './decode/reading.ts';
import { readings } from './decode/readings.ts';

/**
 * What a command that did not do what was expected of it usually means, and what to do, as sentences.
 * Most of these messages are known for misleading: "Cannot allocate memory" has nothing to do with memory.
 * @returns undefined where nothing is known of it
 */
export function decode(command: CommandResult, capabilities: Capabilities): string | undefined {
	const found = recognise(command);
	return found && tell(found.reading, found.groups, capabilities);
}

/** The first reading that fits, with the groups of what was said. */
export function recognise(
	command: CommandResult,
): { readonly reading: Reading; readonly groups: readonly string[] } | undefined {
	for (const reading of readings) {
		const groups = fit(reading, command);
		if (groups !== undefined) {
			return { reading, groups };
		}
	}

	return undefined;
}

/** The groups of what was said. */
function fit(
	{ says, exit, typed }: Reading,
	command: CommandResult,
): readonly string[] | undefined {
	// How a command ended that somebody interrupted tells nothing of it.
	const ended = command.stopped === undefined ? command.exit : undefined;
	const match = says?.exec(command.output);
	const fits =
		(says === undefined || match) &&
		(exit === undefined || exit === ended) &&
		(typed === undefined || typed.test(command.text));
	return fits ? (match ?? []) : undefined;
}

function tell(
	{ takes, means }: Reading,
	[, first = '']: readonly string[],
	{ missing, provides }: Capabilities,
): string {
	const lack = takes && missing.get(takes);
	if (lack !== undefined) {
		return `${lack.cause} ${lack.fix}`;
	}

	return typeof means === 'string' ? means.replaceAll('$1', () => first) : means(provides);
}
