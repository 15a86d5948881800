import type { KnownError } from '../../text/known-error.ts';
import { type Fact, fillFacts, findFacts } from '../../lesson/fact.ts';
import { isUnknownFact, unknownFact, factValue } from './fact-value.ts';
import type { Snapshot } from '../words/snapshot.ts';

/**
 * Returns the text with every `{{…}}` replaced by its value, from the first of several snapshots
 * that has an answer: a text may be about a process that is gone by now. Throws a KnownError where
 * no snapshot has one.
 */
export function fillIn(text: string, ...snapshots: readonly Snapshot[]): string {
	return fillFacts(text, (fact) => firstValue(fact, snapshots));
}

/**
 * Returns a regular expression filled in like a text; the values in it match themselves. Throws a
 * KnownError.
 */
export function fillInPattern(pattern: string, ...snapshots: readonly Snapshot[]): string {
	return fillFacts(pattern, (fact) =>
		firstValue(fact, snapshots).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
	);
}

/**
 * Returns a text filled in for showing it before everything is known, which never fails: `{{pid of
 * ps}}` becomes what `unknown` makes of `pid of ps`.
 */
export function fillInKnown(
	text: string,
	snapshots: readonly Snapshot[],
	unknown: (fact: string) => string,
): string {
	return findFacts(text).reduce((filled, { fact }) => {
		const source = `{{${fact}}}`;
		return filled.replace(source, () => valueOr(source, snapshots, unknown(fact.trim())));
	}, text);
}

/** Whether there is a `{{…}}` in the text. */
export function hasFacts(text: string): boolean {
	return findFacts(text).length > 0;
}

function firstValue(fact: Fact, snapshots: readonly Snapshot[]): string {
	const answers = snapshots.map((snapshot) => answerTo(fact, snapshot));
	const value = answers.find((answer) => typeof answer === 'string');
	if (value === undefined) {
		const [failure] = answers.filter((answer) => isUnknownFact(answer));
		throw failure ?? unknownFact('Nothing has been observed yet.');
	}

	return value;
}

function answerTo(fact: Fact, snapshot: Snapshot): string | KnownError {
	try {
		return factValue(fact, snapshot);
	} catch (error) {
		if (isUnknownFact(error)) {
			return error;
		}

		throw error;
	}
}

function valueOr(source: string, snapshots: readonly Snapshot[], otherwise: string): string {
	try {
		return fillIn(source, ...snapshots);
	} catch {
		return otherwise;
	}
}
