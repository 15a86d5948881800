import { type Expectation, shownSentence } from '../../lesson/expectation.ts';
import type { Check } from '../words/verdict.ts';
import { check, type Evidence } from './check.ts';
import { isNamed } from './check/command.ts';
import type { CommandResult } from '../words/command-result.ts';
import { fillInKnown } from './fill-in.ts';

/**
 * Checks all expectations of a step. A command that none of them names is expected to exit with 0,
 * which is mentioned only where it did not.
 */
export function checkStep(
	expectations: readonly Expectation[],
	evidence: Evidence,
): readonly Check[] {
	const stated = expectations.map((expectation) => ({
		expectation: fillInKnown(
			shownSentence(expectation),
			[evidence.after, evidence.before],
			(fact) => `<${fact}>`,
		),
		...check(expectation, evidence),
	}));
	const unstated = evidence.commands.flatMap(({ text, exit }, index) => {
		const isFine = exit === undefined || exit === 0;
		const isStated = statedExit(expectations, evidence.commands, index) !== undefined;
		return isFine || isStated
			? []
			: [{ expectation: `exit 0 from ${text}`, seen: `exit ${exit}`, held: false }];
	});
	return [...unstated, ...stated];
}

/** Returns the exit code that the command at this index must end with. */
export function expectedExit(
	expectations: readonly Expectation[],
	commands: readonly CommandResult[],
	index: number,
): number {
	return statedExit(expectations, commands, index) ?? 0;
}

/**
 * Returns the code that an expectation states; one that names the command goes before one about the
 * last command.
 */
function statedExit(
	expectations: readonly Expectation[],
	commands: readonly CommandResult[],
	index: number,
): number | undefined {
	const command = commands[index];
	const exits = expectations
		.filter((expectation) => expectation.kind === 'exit')
		.filter((exit) => command && isNamed(exit, command, index === commands.length - 1));
	return (exits.find((exit) => exit.command !== undefined) ?? exits[0])?.code;
}
