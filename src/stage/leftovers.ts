import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { closeDirectory, existingLedgerDirectories } from './directories.ts';
import { cgroupSetup } from './cgroup/cgroup-setup.ts';
import { identify, stillRuns } from '../kernel/identity.ts';
import { KnownError } from '../text/known-error.ts';
import { examineLedger, type Ledger, listLedgerFiles, listUnfinished } from './ledger.ts';
import { removeStage } from './remove-stage.ts';

/** What became of one stage that a killed run left. */
export type Leftover = {
	readonly directory: string;
	readonly cgroups: readonly string[];
	/** What could not be removed, as a sentence; undefined where everything was. */
	readonly trouble: string | undefined;
};

/**
 * Removes the stages of runs that were killed together with their guard. Stages in use are left
 * alone.
 */
export async function removeLeftovers(): Promise<readonly Leftover[]> {
	const removed: Leftover[] = [];
	for (const base of existingLedgerDirectories()) {
		for (const file of listLedgerFiles(base)) {
			const ledger = examineLedger(file);
			if (ledger instanceof KnownError) {
				removed.push({ directory: file, cgroups: [], trouble: ledger.message });
			} else if (ledger !== undefined && !isInUse(ledger)) {
				// systemd may have removed a scope by itself.
				const cgroups = cgroupSetup(ledger.cgroup).directories.filter((directory) =>
					existsSync(directory),
				);
				const trouble = await removeStage(ledger);
				removed.push({ directory: ledger.directory, cgroups, trouble });
			}
		}

		removeUnfinished(base);
		closeDirectory(base);
	}

	return removed;
}

/**
 * Removes unfinished ledgers. Nothing is made before its ledger is whole, so nothing of a stage
 * belongs to these.
 */
function removeUnfinished(base: string): void {
	for (const [name, writer] of listUnfinished(base)) {
		// The file of a live writer may be about to be renamed.
		if (identify(thisMachine, writer) === undefined) {
			rmSync(join(base, name), { force: true });
		}
	}
}

/** Whether a stage is in use; while its guard lives, the guard removes it. */
const isInUse = (ledger: Ledger) =>
	[ledger.driver, ledger.guard].some((one) => one !== undefined && stillRuns(thisMachine, one));
