import type { Expectation, ExpectationKind } from '../lesson/expectation.ts';
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
import type { CommandResult } from './command-result.ts';
import { FactError } from './fact-value.ts';
import { fillIn, fillInPattern } from './fill-in.ts';
import type { Snapshot } from './snapshot.ts';

/** What a step's expectations are held against. */
export type Evidence = {
	readonly before: Snapshot;
	readonly after: Snapshot;
	/** All commands of the step, also those that were not typed. */
	readonly commands: readonly CommandResult[];
};

/** `seen` says what was really there, whether or not it was expected: `exit 127`. */
export type Verdict = { readonly seen: string; readonly held: boolean };

export type ExpectationOf<Kind extends ExpectationKind['kind']> = Extract<
	ExpectationKind,
	{ kind: Kind }
>;

/** Holds one expectation against what was seen. A fact without an answer is a verdict too. */
export function check(expectation: ExpectationKind, evidence: Evidence): Verdict {
	const checker = checkers[expectation.kind] as (
		expectation: ExpectationKind,
		evidence: Evidence,
	) => Verdict;
	try {
		return checker(fillInAll(expectation, evidence), evidence);
	} catch (error) {
		if (error instanceof FactError) {
			return { seen: error.message.replace(/\.$/, ''), held: false };
		}

		throw error;
	}
}

/** A kind of expectation that is forgotten here does not compile. */
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

/** An `exit` names its command as the lesson writes it; everything else speaks of what is so. */
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
