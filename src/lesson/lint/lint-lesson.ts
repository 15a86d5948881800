import type { Lesson } from '../lesson.ts';
import { openManuscript, report, sorted } from '../manuscript.ts';
import type { Problem } from '../../text/known-error.ts';
import { duplicateSteps } from './duplicate-steps.ts';
import { missingAlternatives } from './missing-alternatives.ts';
import { missingExpectations } from './missing-expectations.ts';
import { missingNeeds } from './missing-needs.ts';
import { proseNumbers } from './prose-numbers.ts';
import type { Rule } from './rule.ts';
import { sandbox } from './sandbox.ts';
import { unknownFacts } from './unknown-facts.ts';

const rules: readonly Rule[] = [
	duplicateSteps,
	missingExpectations,
	missingAlternatives,
	missingNeeds,
	sandbox,
	proseNumbers,
	unknownFacts,
];

/**
 * Returns what is wrong with a lesson that could be parsed.
 * @param source The text that it was parsed from.
 */
export function lintLesson(lesson: Lesson, source: string): readonly Problem[] {
	const manuscript = openManuscript(lesson.file, source);
	for (const { place, message } of rules.flatMap((rule) => rule(lesson, manuscript))) {
		report(manuscript, place, message);
	}
	return sorted(manuscript.problems);
}
