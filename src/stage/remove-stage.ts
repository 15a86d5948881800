import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mountsBelow, readMounts } from '../kernel/mounts.ts';
import { findStageProcesses } from '../kernel/stage-processes.ts';
import { closeBase } from './base.ts';
import { membersOf, removeCgroups } from './cgroup/remove.ts';
import { type Ledger, removeLedger } from './ledger.ts';

/** In every stage's directory; without it, nothing is deleted. */
export const markerName = '.containers-under-the-hood';

/**
 * Ends the processes of a stage and removes its cgroups, files and ledger, in that order. Can be
 * called again, by anyone, at any point: each part is skipped where it is gone.
 * @returns A sentence about what could not be removed; the ledger then stays.
 */
export async function removeStage(ledger: Ledger): Promise<string | undefined> {
	const left =
		(await endProcesses(ledger)) ?? (await removeCgroups(ledger.cgroup)) ?? removeDirectory(ledger);
	if (left === undefined) {
		removeLedger(ledger);
		closeBase(ledger.base);
	}

	return left;
}

async function endProcesses({ sandbox, cgroup }: Ledger): Promise<string | undefined> {
	const deadline = Date.now() + 5000;
	for (;;) {
		const pids = [...new Set([...findStageProcesses(sandbox), ...membersOf(cgroup)])];
		if (pids.length === 0) {
			return undefined;
		}

		if (Date.now() > deadline) {
			return `The processes ${pids.join(', ')} of ${sandbox} do not end, although they were sent SIGKILL.`;
		}

		pids.forEach(end);
		await delay(10);
	}
}

function end(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It has ended meanwhile.
	}
}

function removeDirectory({ directory }: Ledger): string | undefined {
	if (!existsSync(directory)) {
		return undefined;
	}

	const mounts = mountsBelow(readMounts('self'), directory);
	if (mounts.length > 0) {
		return `${directory} is not removed, because something is mounted in it: ${mounts.map(({ path }) => path).join(', ')}.`;
	}

	try {
		if (existsSync(join(directory, markerName))) {
			rmSync(directory, { recursive: true, force: true });
		} else {
			// Killed between creating the directory and marking it: then it is empty, or it is not ours.
			rmdirSync(directory);
		}
	} catch (error) {
		return `${directory} is not removed: ${(error as Error).message}.`;
	}

	return undefined;
}
