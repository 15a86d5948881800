import type { Lesson } from '../lesson.ts';
import { beginning } from '../manuscript.ts';
import type { Remark, Rule } from './rule.ts';

/**
 * Finds what is missing to make a lesson of a demonstration: people who only watch learn little.
 */
export const unfinished: Rule = (lesson) =>
	demands
		.filter(({ isMet }) => !isMet(lesson))
		.map(({ message, place }): Remark => ({ place: place?.(lesson) ?? beginning, message }));

type Demand = {
	readonly isMet: (lesson: Lesson) => boolean;
	/** The place to name; the beginning of the lesson where this is missing. */
	readonly place?: (lesson: Lesson) => Remark['place'];
	readonly message: string;
};

const demands: readonly Demand[] = [
	{
		isMet: ({ steps }) => steps.some(({ question }) => question !== undefined),
		message:
			'This lesson asks nothing, and who does not say first what will happen is not surprised; end the prose of a step with a question and a list of answers, `- [x]` before the right one.',
	},
	{
		isMet: ({ steps }) => steps.some(({ proofs }) => proofs.length > 0),
		message:
			'This lesson claims things and proves none; add a block `proof` that names the file of the kernel on which a claim rests, such as `/proc/{{shell of host}}/status NSpid`.',
	},
	{
		isMet: ({ steps }) => steps.some(({ kind }) => kind === 'modify'),
		message:
			'The learner can change nothing in this lesson; add a step before the last with a line to edit in a block `sh host modify`.',
	},
	{
		isMet: ({ steps }) => steps.at(-1)?.kind === 'challenge',
		place: ({ steps }) => ({ line: steps.at(-1)?.line ?? 1, column: 1 }),
		message:
			'The last step of a lesson is a challenge, which the learner does alone; put one way to do it into a block `sh host challenge`, say in `expect` when it is done, and give three lines in a block `hint`.',
	},
	{
		isMet: ({ steps }) =>
			steps.every(
				({ kind, expectations }) =>
					kind !== 'challenge' ||
					expectations.every((one) => !['exit', 'output', 'sees'].includes(one.kind)),
			),
		place: ({ steps }) => ({
			line: steps.find(({ kind }) => kind === 'challenge')?.line ?? 1,
			column: 1,
		}),
		message:
			'The learner does a challenge in a shell of their own, whose output and exit codes nobody sees; expect files, mounts, groups and processes there, such as `process tail -f a.txt runs`.',
	},
];
