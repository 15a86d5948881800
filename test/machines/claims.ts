import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Missing } from '../../src/engine/words/provisions.ts';
import { besidesOthers, everything, passedIn, withoutLimits, withOthers } from './passed.ts';
import { everyProofIsThere } from './proofs.ts';
import type { Result } from './result.ts';
import { keep, resultOf } from './result.ts';
import type { Performed } from './virtual-machine.ts';

/** It ran to its end as it should and left nothing; what became of the lessons is kept under that name. */
export async function cameThrough(
	performed: Pick<Performed, 'output' | 'exitCode' | 'complaints' | 'left'>,
	kind: string,
): Promise<Result> {
	const result = await resultOf(performed.output);
	keep(kind, result);
	expect(result.failures).toEqual([]);
	expect(performed).toMatchObject({ exitCode: 0, complaints: '', left: [] });
	expect(result.lessons.length).toBe(readdirSync('lessons').length);
	await everyProofIsThere(performed.output);
	return result;
}

export function everyLessonPassesWhole(result: Result): void {
	expect(passedIn(result)).toEqual(withOthers(everything, result));
	expect(besidesOthers(result)).toEqual([]);
}

/** Everything passes but the steps that make cgroups. */
export function skipsOnlyLimits(result: Result): void {
	expect(passedIn(result)).toEqual(withOthers(withoutLimits, result));
}

/** A cause, and the fix that is named for it. */
export type Claim = readonly [cause: RegExp, fix: RegExp];

/** Each of these is named, and nothing else. */
export function namesOnly(result: Result, claims: readonly Claim[]): void {
	const causes = besidesOthers(result);
	const fits =
		({ cause, fix }: Missing) =>
		([why, what]: Claim) =>
			why.test(cause) && what.test(fix);
	expect(causes.filter((one) => !claims.some(fits(one)))).toEqual([]);
	expect(claims.filter((claim) => !causes.some((one) => fits(one)(claim)))).toEqual([]);
}

/** Steps that need nothing of what is missing are still real. */
export function someCommandsRun({ output }: Performed): void {
	expect(output).toContain('"kind":"command-exited"');
}

export function leavesNothing({ left }: Performed): void {
	expect(left).toEqual([]);
}
