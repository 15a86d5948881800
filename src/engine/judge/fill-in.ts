import { type Fact, fillFacts, findFacts } from '../lesson/fact.ts';
import { FactError, factValue } from './fact-value.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The text with every `{{…}}` replaced by its value. Of several snapshots the first that has an
 * answer is taken, so that one may speak of a process that is gone by now. Throws a FactError.
 */
export function fillIn(text: string, ...snapshots: readonly Snapshot[]): string {
	return fillFacts(text, (fact) => firstValue(fact, snapshots));
}

/** The same for a regular expression, in which the values stand for themselves. */
export function fillInPattern(pattern: string, ...snapshots: readonly Snapshot[]): string {
	return fillFacts(pattern, (fact) =>
		firstValue(fact, snapshots).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
	);
}

/**
 * The same for what is shown before all is known, which never fails: `{{pid of ps}}` becomes what
 * `unknown` makes of `pid of ps`.
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

export function hasFacts(text: string): boolean {
	return findFacts(text).length > 0;
}

function firstValue(fact: Fact, snapshots: readonly Snapshot[]): string {
	const answers = snapshots.map((snapshot) => answerTo(fact, snapshot));
	const value = answers.find((answer) => typeof answer === 'string');
	if (value === undefined) {
		const [failure] = answers.filter((answer) => answer instanceof FactError);
		throw failure ?? new FactError('Nothing has been observed yet.');
	}

	return value;
}

function answerTo(fact: Fact, snapshot: Snapshot): string | FactError {
	try {
		return factValue(fact, snapshot);
	} catch (error) {
		if (error instanceof FactError) {
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
