import { closeBase, existingBases } from './base.ts';
import { directoriesOf } from './cgroup/remove.ts';
import { stillRuns } from '../kernel/identity.ts';
import { type Ledger, listLedgers } from './ledger.ts';
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
		for (const ledger of listLedgers(base).filter((candidate) => !isInUse(candidate))) {
			const trouble = await removeStage(ledger);
			removed.push({ directory: ledger.directory, cgroups: directoriesOf(ledger.cgroup), trouble });
		}

		closeBase(base);
	}

	return removed;
}

/** While its guard lives, the guard does the work. */
const isInUse = (ledger: Ledger) =>
	[ledger.driver, ledger.guard].some((one) => one !== undefined && stillRuns(one));
