import type { Rule } from './rule.ts';

/** Finds steps of the same title: a title is all by which progress and recordings know a step. */
export const duplicateSteps: Rule = ({ steps }) =>
	steps.flatMap((step, index) => {
		const earlier = steps.slice(0, index).find(({ id }) => id === step.id);
		if (!earlier) {
			return [];
		}
		return [
			{
				place: { line: step.line, column: 1 },
				message: `The step \`${step.id}\` is also on line ${earlier.line}; give each step of a lesson a title of its own.`,
			},
		];
	});
