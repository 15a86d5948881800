import { chmodSync, existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mountsBelow, readMounts } from '../kernel/mounts.ts';
import { thisMachine } from '../kernel/port/this-machine.ts';
import { findStageProcesses } from '../kernel/stage-processes.ts';
import { makeVisible } from '../text/visible-text.ts';
import { closeDirectory, whyNotRemovable } from './directories.ts';
import { cgroupSetup } from './cgroup/cgroup-setup.ts';
import { type Ledger, removeLedger } from './ledger.ts';
import { markOf } from './stage-mark.ts';

/** The name of the file that is in every stage's directory; without it, nothing is deleted. */
export const markerName = '.containers-under-the-hood';

/**
 * Ends the processes of a stage and removes its cgroups, files and ledger, in that order. Can be
 * called again, by anyone, at any point: each part is skipped where it is gone.
 * @returns a sentence about what could not be removed; the ledger then stays. It is one line, as
 * the guard sends it, and can be drawn: anybody may have named what it is about.
 */
export async function removeStage(ledger: Ledger): Promise<string | undefined> {
	const left =
		(await endProcesses(ledger)) ??
		(await cgroupSetup(ledger.cgroup).remove()) ??
		removeDirectory(ledger);
	if (left === undefined) {
		removeLedger(ledger);
		closeDirectory(dirname(ledger.directory));
		closeDirectory(ledger.base);
	}

	return left === undefined ? undefined : makeVisible(left);
}

/**
 * Ends the processes of a stage. The kernel knows them by their mounts, and not by where a path
 * leads now, so that the path may be judged later.
 */
async function endProcesses(ledger: Ledger): Promise<string | undefined> {
	const deadline = Date.now() + 20_000;
	for (;;) {
		const pids = holdStill(ledger, deadline);
		if (pids.size === 0) {
			return undefined;
		}

		if (Date.now() > deadline) {
			return `The processes ${[...pids].join(', ')} of ${ledger.sandbox} do not end, although they were sent SIGKILL.`;
		}

		pids.forEach((pid) => {
			signal(pid, 'SIGKILL');
		});
		await delay(10);
	}
}

/**
 * Finds the processes of a stage, and stops them first: of those that are known only by their
 * parents, none may lose its parent, and none may fork, before all are found.
 */
function holdStill(ledger: Ledger, deadline: number): ReadonlySet<number> {
	const { sandbox } = ledger;
	const mark = markOf(ledger);
	const setup = cgroupSetup(ledger.cgroup);
	const held = new Set<number>();
	for (;;) {
		const found = [...findStageProcesses(thisMachine, sandbox, mark), ...setup.members()];
		const more = found.filter((pid) => !held.has(pid));
		if (more.length === 0 || Date.now() > deadline) {
			return held;
		}

		for (const pid of more) {
			held.add(pid);
			signal(pid, 'SIGSTOP');
		}
	}
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
	try {
		process.kill(pid, name);
	} catch {
		// The process has ended meanwhile.
	}
}

function removeDirectory({ directory }: Ledger): string | undefined {
	try {
		if (lstatSync(directory, { throwIfNoEntry: false }) === undefined) {
			return undefined;
		}

		const foreign = whyNotRemovable(directory);
		if (foreign !== undefined) {
			return `${directory} is not removed: ${foreign}`;
		}

		const mounts = mountsBelow(readMounts(thisMachine, 'self'), directory);
		if (mounts.length > 0) {
			const paths = mounts.map(({ path }) => path).join(', ');
			return `${directory} is not removed, because something is mounted in it: ${paths}.`;
		}

		if (existsSync(join(directory, markerName))) {
			removeTree(directory);
		} else {
			// The run was killed between creating the directory and marking it: then it is empty, or
			// somebody else's.
			rmdirSync(directory);
		}
	} catch (error) {
		return `${directory} is not removed: ${(error as Error).message}.`;
	}

	return undefined;
}

/**
 * Removes a directory with everything in it. The marker goes last, so that what a failed removal
 * leaves can be removed later.
 */
function removeTree(directory: string): void {
	for (const name of readdirSync(directory).filter((other) => other !== markerName)) {
		const path = join(directory, name);
		try {
			rmSync(path, { recursive: true, force: true });
		} catch {
			// A learner has taken away their own right to write to a directory.
			makeWritable(path);
			rmSync(path, { recursive: true, force: true });
		}
	}

	rmSync(directory, { recursive: true, force: true });
}

function makeWritable(path: string): void {
	if (lstatSync(path).isDirectory()) {
		chmodSync(path, 0o700);
		readdirSync(path).forEach((name) => {
			makeWritable(join(path, name));
		});
	}
}
