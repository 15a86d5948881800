import type { ParsedLesson } from '../lesson-folder.ts';
import type { Rule } from '../lint/rule.ts';
import { openManuscript, report, sorted } from '../manuscript.ts';
import type { Problem } from '../../text/known-error.ts';
import { kernelWithoutSource } from './kernel-without-source.ts';
import { uncarriedValues } from './uncarried-values.ts';
import { unproved } from './unproved.ts';

const rules: readonly Rule[] = [unproved, uncarriedValues, kernelWithoutSource];

/**
 * Returns what a lesson claims that neither the run nor a source carries. It reads words and
 * understands none: a lesson without findings may still be wrong.
 */
export function findUncarried({ lesson, source }: ParsedLesson): readonly Problem[] {
	const manuscript = openManuscript(lesson.file, source);
	for (const { place, message } of rules.flatMap((rule) => rule(lesson, manuscript))) {
		report(manuscript, place, message);
	}
	return sorted(manuscript.problems);
}
