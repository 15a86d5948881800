import { KnownError } from '../../text/known-error.ts';
import { findFacts, parseFact } from '../fact.ts';
import { placeAt } from '../manuscript.ts';
import { introPassage, passage, prosePassages } from './passages.ts';
import type { Rule } from './rule.ts';

/** Finds `{{…}}` that a run cannot fill in, in prose, commands, expectations and proofs. */
export const unknownFacts: Rule = (lesson, manuscript) => {
	const { setup, steps } = lesson;
	const lines = [
		...setup,
		...steps.flatMap((step) => [...step.commands, ...step.expectations, ...step.proofs]),
	];
	const passages = [
		introPassage(lesson, manuscript),
		...steps.flatMap((step) => prosePassages(step, manuscript)),
		...lines.map(({ text, line }) => passage(text, line, manuscript)),
	];
	return passages.flatMap(({ text, offset }) =>
		findFacts(text).flatMap((found) => {
			const message = fault(found.fact);
			if (message === undefined) {
				return [];
			}
			return [{ place: placeAt(manuscript, offset + found.offset), message }];
		}),
	);
};

function fault(fact: string): string | undefined {
	try {
		parseFact(fact);
		return undefined;
	} catch (error) {
		if (error instanceof KnownError) {
			return error.message;
		}
		throw error;
	}
}
