import type { Missing } from '../../src/engine/words/provisions.ts';
import type { Result } from './result.ts';

/** How many steps pass in the lesson of that number. */
export type Passed = Readonly<Record<number, number>>;

export function passedIn({ lessons }: Pick<Result, 'lessons'>): Passed {
	return Object.fromEntries(lessons.map(({ number, passed }) => [number, passed]));
}

export const everything: Passed = {
	...{ 0: 6, 1: 6, 2: 11, 3: 9, 4: 18, 5: 16, 6: 19, 7: 8 },
	// Without the steps that compare with containers of others.
	8: 7,
	...{ 9: 13, 10: 7, 11: 11, 12: 12, 13: 12, 14: 14, 15: 10 },
};
export const withoutLimits: Passed = { ...everything, 5: 15, 6: 2, 8: 6, 11: 0 };
/** Without new privileges from the beginning, it cannot be shown what they are. */
export const withoutNewPrivileges: Passed = { ...withoutLimits, 12: 9 };
export const withoutPidNamespaces: Passed = {
	...withoutLimits,
	0: 5,
	4: 0,
	5: 6,
	6: 0,
	8: 0,
	9: 7,
	14: 0,
};
export const withoutMounts: Passed = {
	...withoutPidNamespaces,
	0: 4,
	3: 2,
	5: 1,
	7: 1,
	9: 1,
	10: 0,
	12: 0,
	13: 0,
};
export const withoutChroot: Passed = {
	...{ 0: 4, 1: 3, 2: 1, 3: 0, 4: 0, 5: 1, 6: 0 },
	...{ 7: 1, 8: 0, 9: 0, 10: 0, 11: 0, 12: 0, 13: 0, 14: 0, 15: 8 },
};

/** The same with what compares with containers of others, where their programs are installed. */
export function withOthers(passed: Passed, { causes }: Pick<Result, 'causes'>): Passed {
	const steps = (program: Other) => (causes.some(isAbsenceOf(program)) ? 0 : others[program]);
	return { ...passed, 8: (passed[8] ?? 0) + steps('runc') + steps('bwrap') };
}

/** Why anything else is missing. */
export const besidesOthers = ({ causes }: Pick<Result, 'causes'>): readonly Missing[] =>
	causes.filter((one) => !isAbsenceOf('runc')(one) && !isAbsenceOf('bwrap')(one));

/** How many steps of lesson 8 are about a container of theirs. */
const others = { runc: 2, bwrap: 1 };

type Other = keyof typeof others;

const isAbsenceOf =
	(program: Other) =>
	({ cause }: Missing) =>
		cause.startsWith(`${program} is not installed here.`);

/** What the list of lessons says of each. Without containers of others, lesson 8 is never whole. */
export function readinessOf(passed: Passed): string[] {
	return Object.entries(everything).map(([number, all]) =>
		passed[Number(number)] === all && number !== '8'
			? 'ready'
			: passed[Number(number)] === 0
				? 'not here'
				: 'limited',
	);
}
