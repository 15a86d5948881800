import { excludes, opposite, requirementOf } from '../condition.ts';
import type { Command, Step } from '../lesson.ts';
import { placeOf } from '../manuscript.ts';
import type { Proof } from '../proof.ts';
import type { Condition } from '../requirement.ts';
import type { Remark, Rule } from './rule.ts';

/**
 * Finds commands and proofs that nothing replaces on a machine that does not meet their conditions,
 * where the step would say nothing.
 */
export const missingAlternatives: Rule = ({ steps }, manuscript) =>
	steps.flatMap(({ commands, proofs, needs }) =>
		[...silences(commands, needs), ...silences(proofs, needs)].map(({ part, lacking }): Remark => {
			return {
				place: placeOf(manuscript, part.text, part.line),
				message: message(part, lacking),
			};
		}),
	);

type ConditionalPart = Command | Proof;
type Silence = { readonly part: ConditionalPart; readonly lacking: Condition };

function silences(parts: readonly ConditionalPart[], needs: Step['needs']): readonly Silence[] {
	const blocks = new Map(parts.map((part) => [part.when.join(' '), part] as const).reverse());
	return [...blocks.values()].flatMap((part) =>
		part.when
			.filter((condition) => !needs.some((need) => need === condition))
			.map((condition) => ({ part, lacking: condition }))
			.filter(({ lacking }) => !parts.some(({ when }) => replaces(when, part.when, lacking))),
	);
}

/** Whether a block is for some machine that lacks this one condition and meets the others. */
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

function message(part: ConditionalPart, lacking: Condition): string {
	const others = part.when.filter((condition) => condition !== lacking);
	const [kind, done] =
		'terminal' in part ? [`sh ${part.terminal}`, 'typed'] : ['proof', 'to be read'];
	const block = [kind, ...others, opposite(lacking)].join(' ');
	const requirement = requirementOf(lacking);
	return lacking === requirement
		? `Where \`${requirement}\` is missing nothing is ${done} in place of this block; add a block \`${block}\`, or write \`${requirement}\` in a \`needs\` block of this step.`
		: `Where \`${requirement}\` is provided nothing is ${done} in place of this block; add a block \`${block}\`.`;
}
