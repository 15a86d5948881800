import type { Lesson } from '../lesson.ts';
import { openManuscript, report, sorted } from '../manuscript.ts';
import type { Problem } from '../problem.ts';
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

/** What is wrong with a lesson that can be parsed. `source` is what it was parsed from. */
export function lintLesson(lesson: Lesson, source: string): readonly Problem[] {
	const manuscript = openManuscript(lesson.file, source);
	for (const { place, message } of rules.flatMap((rule) => rule(lesson, manuscript))) {
		report(manuscript, place, message);
	}
	return sorted(manuscript.problems);
}
