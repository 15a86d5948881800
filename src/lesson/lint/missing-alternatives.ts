import { excludes, opposite, requirementOf } from '../condition.ts';
import type { Command, Step } from '../lesson.ts';
import { placeOf } from '../manuscript.ts';
import type { Condition } from '../requirement.ts';
import type { Remark, Rule } from './rule.ts';

/** A step must not go silent on a machine that lacks what its commands are conditioned on. */
export const missingAlternatives: Rule = ({ steps }, manuscript) =>
	steps.flatMap((step) =>
		silences(step).map(({ command, lacking }): Remark => {
			return {
				place: placeOf(manuscript, command.text, command.line),
				message: message(command, lacking),
			};
		}),
	);

type Silence = { readonly command: Command; readonly lacking: Condition };

function silences({ commands, needs }: Step): readonly Silence[] {
	const blocks = new Map(
		commands.map((command) => [command.when.join(' '), command] as const).reverse(),
	);
	return [...blocks.values()].flatMap((command) =>
		command.when
			.filter((condition) => !needs.some((need) => need === condition))
			.map((condition) => ({ command, lacking: condition }))
			.filter(({ lacking }) => !commands.some(({ when }) => replaces(when, command.when, lacking))),
	);
}

/** Whether a block is typed on some machine that lacks this one condition and has the others. */
function replaces(
	candidate: readonly Condition[],
	when: readonly Condition[],
	lacking: Condition,
): boolean {
	const others = when.filter((condition) => condition !== lacking);
	return (
		candidate.some((condition) => excludes(condition, lacking)) &&
		!candidate.some((condition) => others.some((other) => excludes(condition, other)))
	);
}

function message({ terminal, when }: Command, lacking: Condition): string {
	const others = when.filter((condition) => condition !== lacking);
	const block = `sh ${[terminal, ...others, opposite(lacking)].join(' ')}`;
	const requirement = requirementOf(lacking);
	return lacking === requirement
		? `Where \`${requirement}\` is missing nothing is typed in place of this block; add a block \`${block}\`, or write \`${requirement}\` in a \`needs\` block of this step.`
		: `Where \`${requirement}\` is provided nothing is typed in place of this block; add a block \`${block}\`.`;
}
