import { readdirSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Missing } from '../../src/engine/capabilities.ts';
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
	return result;
}

export function everyLessonPassesWhole({ lessons, causes }: Result): void {
	expect(lessons.filter(({ skipped }) => skipped > 0)).toEqual([]);
	expect(causes).toEqual([]);
}

/** All other lessons pass whole. */
export function skipsOnlyStepsOf(lesson: string, { lessons }: Result): void {
	expect(lessons.filter(({ skipped }) => skipped > 0).map(({ id }) => id)).toEqual([lesson]);
}

/** No cause is left unexplained, and none is another's. */
export function everyCauseSays({ causes }: Result, cause: RegExp, fix: RegExp): void {
	const said = (expected: RegExp): unknown => expect.stringMatching(expected);
	expect(causes.length).toBeGreaterThan(0);
	expect(causes).toEqual(
		causes.map((): Missing => ({ cause: said(cause) as string, fix: said(fix) as string })),
	);
}

/** Steps that need nothing of what is missing are still real. */
export function someCommandsRun({ output }: Performed): void {
	expect(output).toContain('"kind":"command-exited"');
}

export function leavesNothing({ left }: Performed): void {
	expect(left).toEqual([]);
}
