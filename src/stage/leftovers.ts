import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeBase, existingBases } from './base.ts';
import { directoriesOf } from './cgroup/remove.ts';
import { identify, stillRuns } from '../kernel/identity.ts';
import { type Ledger, listLedgerFiles, listUnfinished, readLedger } from './ledger.ts';
import { removeStage } from './remove-stage.ts';

/** What became of one stage that a killed run left. */
export type Leftover = {
	readonly directory: string;
	readonly cgroups: readonly string[];
	/** A sentence, where something could not be removed. */
	readonly trouble: string | undefined;
};

/** Finishes the work of runs that were killed together with their guard. Stages in use are left alone. */
export async function removeLeftovers(): Promise<readonly Leftover[]> {
	const removed: Leftover[] = [];
	for (const base of existingBases()) {
		for (const file of listLedgerFiles(base)) {
			const ledger = readLedger(file);
			if (ledger === undefined) {
				// Gone meanwhile, or damaged.
				removed.push(...(existsSync(file) ? [damaged(file)] : []));
			} else if (!isInUse(ledger)) {
				// systemd may have removed a scope of its own accord.
				const cgroups = directoriesOf(ledger.cgroup).filter((directory) => existsSync(directory));
				const trouble = await removeStage(ledger);
				removed.push({ directory: ledger.directory, cgroups, trouble });
			}
		}

		removeUnfinished(base);
		closeBase(base);
	}

	return removed;
}

const damaged = (file: string): Leftover => ({
	directory: file,
	cgroups: [],
	trouble: `${file} should say what a run has left, and cannot be read. Look at it, and remove it by hand.`,
});

/** Nothing is made before its ledger is whole, so there is nothing behind these. */
function removeUnfinished(base: string): void {
	for (const [name, writer] of listUnfinished(base)) {
		// That of a live one may be about to be renamed.
		if (identify(writer) === undefined) rmSync(join(base, name), { force: true });
	}
}

/** While its guard lives, the guard does the work. */
const isInUse = (ledger: Ledger) =>
	[ledger.driver, ledger.guard].some((one) => one !== undefined && stillRuns(one));
