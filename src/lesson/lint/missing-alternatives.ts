import { excludes, opposite, requirementOf } from '../condition.ts';
import type { Command, Step } from '../lesson.ts';
import { placeOf } from '../manuscript.ts';
import type { Proof } from '../proof.ts';
import type { Condition } from '../requirement.ts';
import type { Remark, Rule } from './rule.ts';

/** A step must not go silent on a machine that lacks what its commands or proofs are conditioned on. */
export const missingAlternatives: Rule = ({ steps }, manuscript) =>
	steps.flatMap(({ commands, proofs, needs }) =>
		[...silences(commands, needs), ...silences(proofs, needs)].map(({ part, lacking }): Remark => {
			return {
				place: placeOf(manuscript, part.text, part.line),
				message: message(part, lacking),
			};
		}),
	);

type Part = Command | Proof;
type Silence = { readonly part: Part; readonly lacking: Condition };

function silences(parts: readonly Part[], needs: Step['needs']): readonly Silence[] {
	const blocks = new Map(parts.map((part) => [part.when.join(' '), part] as const).reverse());
	return [...blocks.values()].flatMap((part) =>
		part.when
			.filter((condition) => !needs.some((need) => need === condition))
			.map((condition) => ({ part, lacking: condition }))
			.filter(({ lacking }) => !parts.some(({ when }) => replaces(when, part.when, lacking))),
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

function message(part: Part, lacking: Condition): string {
	const others = part.when.filter((condition) => condition !== lacking);
	const [kind, done] =
		'terminal' in part ? [`sh ${part.terminal}`, 'typed'] : ['proof', 'to be read'];
	const block = [kind, ...others, opposite(lacking)].join(' ');
	const requirement = requirementOf(lacking);
	return lacking === requirement
		? `Where \`${requirement}\` is missing nothing is ${done} in place of this block; add a block \`${block}\`, or write \`${requirement}\` in a \`needs\` block of this step.`
		: `Where \`${requirement}\` is provided nothing is ${done} in place of this block; add a block \`${block}\`.`;
}
