import { type Expectation, type ExpectationKind, shownSentence } from '../../lesson/expectation.ts';
import { check, type Evidence } from './check.ts';
import type { Check } from '../words/verdict.ts';
import { fillInKnown } from './fill-in.ts';
import { groupAt, processesOf, trimPath } from '../words/look-up.ts';
import type { Snapshot } from '../words/snapshot.ts';

/** Holds what a challenge expects against one look after another. */
export type Watch = (look: Snapshot) => readonly Check[];

/**
 * Creates the watch over a challenge. That something is gone counts only where it was seen before,
 * in the first look or in a later one. Everything else is compared with the first look.
 */
export function createWatch(expectations: readonly Expectation[], first: Snapshot): Watch {
	/** For each expectation that something be gone, the last look in which it was there. */
	const witnesses = new Map<Expectation, Snapshot>();
	return (look) => {
		for (const expectation of expectations) {
			for (const snapshot of [first, look]) {
				const wasSeen = witnesses.has(expectation) && snapshot === first;
				if (!wasSeen && isThere(expectation, snapshot)) {
					witnesses.set(expectation, snapshot);
				}
			}
		}

		return expectations.map((expectation) => {
			const witness = witnesses.get(expectation);
			const evidence = { before: witness ?? first, after: look, commands: [] };
			return {
				expectation: fillInKnown(shownSentence(expectation), [look, first], (fact) => `<${fact}>`),
				...verdict(expectation, evidence, witness !== undefined),
			};
		});
	};
}

function verdict(expectation: Expectation, evidence: Evidence, wasSeen: boolean) {
	const { seen, held } = check(expectation, evidence);
	const neverSeen = held && isAbsence(expectation) && !wasSeen;
	return neverSeen
		? { seen: `${seen}, and there was none before either`, held: false }
		: { seen, held };
}

/** Whether an expectation says that something is not there. */
function isAbsence(expectation: ExpectationKind): boolean {
	switch (expectation.kind) {
		case 'process':
			return expectation.state === 'gone';
		case 'file':
		case 'mount':
		case 'group':
			return !expectation.exists;
		default:
			return false;
	}
}

/** Whether the look still has what the expectation wants to be gone. */
function isThere(expectation: ExpectationKind, look: Snapshot): boolean {
	if (!isAbsence(expectation)) {
		return false;
	}
	switch (expectation.kind) {
		case 'process':
			return processesOf(look, expectation.command).length > 0;
		case 'file':
			return look.files.some(({ path }) => path === trimPath(expectation.path));
		case 'mount':
			return look.mounts.some(({ path }) => path === trimPath(expectation.path));
		case 'group':
			return groupAt(look, expectation.group) !== undefined;
		default:
			return false;
	}
}
