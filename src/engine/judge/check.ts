import type { Expectation, ExpectationKind } from '../../lesson/expectation.ts';
import { checkExit, checkOutput } from './check/command.ts';
import {
	checkGroup,
	checkGroupCores,
	checkGroupHolds,
	checkGroupKilled,
	checkGroupMemory,
	checkGroupThrottled,
} from './check/group.ts';
import { checkGroupProcesses, checkGroupRefused } from './check/group-pids.ts';
import { checkNamespace, checkSameNamespace } from './check/namespace.ts';
import { checkNetwork } from './check/network.ts';
import { checkSends } from './check/sends.ts';
import { checkDirectory, checkFile, checkMount } from './check/path.ts';
import { checkCapability, checkNoNewPrivileges } from './check/privilege.ts';
import {
	checkInsidePid,
	checkOldRoot,
	checkProcess,
	checkRoot,
	checkSees,
} from './check/process.ts';
import { checkCatches } from './check/signals.ts';
import type { CommandResult } from '../words/command-result.ts';
import { isUnknownFact } from './fact-value.ts';
import { fillIn, fillInPattern } from './fill-in.ts';
import type { Snapshot } from '../words/snapshot.ts';
import type { Verdict } from '../words/verdict.ts';

/** What the expectations of a step are held against. */
export type Evidence = {
	readonly before: Snapshot;
	readonly after: Snapshot;
	/** The results of all commands of the step, including those that were not typed. */
	readonly commands: readonly CommandResult[];
};

/** The expectation of one kind. */
export type ExpectationOf<Kind extends ExpectationKind['kind']> = Extract<
	ExpectationKind,
	{ kind: Kind }
>;

/**
 * Holds one expectation against what was seen. Where a fact in it has no answer, that is a verdict
 * too.
 */
export function check(expectation: ExpectationKind, evidence: Evidence): Verdict {
	const checker = checkers[expectation.kind] as (
		expectation: ExpectationKind,
		evidence: Evidence,
	) => Verdict;
	try {
		return checker(fillInAll(expectation, evidence), evidence);
	} catch (error) {
		if (isUnknownFact(error)) {
			return { seen: error.message.replace(/\.$/, ''), held: false };
		}

		throw error;
	}
}

/** One function for each kind of expectation: a kind that is forgotten here does not compile. */
type Checkers = {
	readonly [Kind in ExpectationKind['kind']]: (
		expectation: ExpectationOf<Kind>,
		evidence: Evidence,
	) => Verdict;
};

const checkers: Checkers = {
	exit: checkExit,
	output: checkOutput,
	process: checkProcess,
	sees: checkSees,
	namespace: checkNamespace,
	'same-namespace': checkSameNamespace,
	'inside-pid': checkInsidePid,
	root: checkRoot,
	catches: checkCatches,
	capability: checkCapability,
	'no-new-privileges': checkNoNewPrivileges,
	network: checkNetwork,
	sends: checkSends,
	'old-root': checkOldRoot,
	file: checkFile,
	directory: checkDirectory,
	mount: checkMount,
	group: checkGroup,
	'group-holds': checkGroupHolds,
	'group-cores': checkGroupCores,
	'group-throttled': checkGroupThrottled,
	'group-memory': checkGroupMemory,
	'group-killed': checkGroupKilled,
	'group-processes': checkGroupProcesses,
	'group-refused': checkGroupRefused,
};

/**
 * Fills in the texts of an expectation, but for the command that an `exit` names, which is the
 * lesson's spelling; everything else speaks of what was found.
 */
function fillInAll(expectation: ExpectationKind, { before, after }: Evidence): ExpectationKind {
	if (expectation.kind === 'exit') {
		return expectation;
	}

	const isPattern = expectation.kind === 'output' && expectation.test === 'matches';
	const fill = isPattern ? fillInPattern : fillIn;
	const filled = Object.entries(expectation)
		.filter(([name]) => name !== ('text' satisfies keyof Expectation))
		.map(([name, value]) => [name, typeof value === 'string' ? fill(value, after, before) : value]);
	return Object.fromEntries(filled) as ExpectationKind;
}
